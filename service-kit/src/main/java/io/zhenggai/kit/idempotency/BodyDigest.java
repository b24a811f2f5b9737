package io.zhenggai.kit.idempotency;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import io.zhenggai.kit.encryption.Sha256;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * Reads along what is sent with an {@code Idempotency-Key}: nothing is held in memory for it. Who reads JSON reads to the end of the
 * body, since nothing may follow the value ({@code StrictJson}).
 */
@Provider
@Singleton
public class BodyDigest implements ReaderInterceptor {

    private static final String KEY = BodyDigest.class.getName();

    private final CurrentVertxRequest request;

    BodyDigest(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        RoutingContext at = request.getCurrent();
        if (at != null && at.request().headers().contains(IdempotencyKey.HEADER)) {
            MessageDigest digest = Sha256.begin();
            at.put(KEY, digest);
            context.setInputStream(new DigestInputStream(context.getInputStream(), digest));
        }
        return context.proceed();
    }

    /** @return of the body as far as it was read; of no bytes when there was none */
    static byte[] of(RoutingContext at) {
        MessageDigest digest = at.get(KEY);
        return digest == null ? Sha256.begin().digest() : digest.digest();
    }
}
