package io.zhenggai.gateway.problem;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * Refuses a request whose body has not been read, or not to its end.
 *
 * <p>The caller may be sending still. A connection that is closed at once is reset, and the answer may be lost on its way; so
 * what comes is thrown away for a moment (RFC 9112, section 9.6), then the connection is closed.
 */
public final class UnreadBody {

    private static final long LINGER_MILLIS = 1_000;

    private UnreadBody() {}

    /**
     * @param problem what to answer
     * @param fields header fields that belong to the refusal, such as {@code Retry-After}
     */
    public static void refuse(RoutingContext context, Problem problem, Map<String, String> fields) {
        HttpServerRequest request = context.request();
        if (request.isEnded() || !announcesBody(request.headers())) {
            request.resume();
            ProblemAnswer.send(context, problem, fields);
            return;
        }
        context.response().headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        ProblemAnswer.send(context, problem, fields);
        throwAway(context);
    }

    /** Throws away what still comes of a body for a moment, and closes the connection; the answer is given. */
    public static void throwAway(RoutingContext context) {
        HttpServerRequest request = context.request();
        long timer = context.vertx()
                .setTimer(LINGER_MILLIS, expired -> request.connection().close());
        request.handler(thrownAway -> {});
        request.endHandler(end -> {
            context.vertx().cancelTimer(timer);
            request.connection().close();
        });
        request.resume();
    }

    /** @return whether a body follows a head with these fields, of any length but none */
    public static boolean announcesBody(MultiMap headers) {
        return headers.contains(HttpHeaders.TRANSFER_ENCODING)
                || headers.contains(HttpHeaders.CONTENT_LENGTH)
                        && !headers.contains(HttpHeaders.CONTENT_LENGTH, "0", true);
    }
}
