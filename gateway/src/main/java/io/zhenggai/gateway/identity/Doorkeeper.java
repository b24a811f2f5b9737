package io.zhenggai.gateway.identity;

import static io.zhenggai.gateway.identity.Admission.ADMITTED;
import static io.zhenggai.gateway.identity.Admission.BAD_TOKEN;
import static io.zhenggai.gateway.identity.Admission.NO_TOKEN;
import static io.zhenggai.gateway.identity.Admission.PROVIDER_UNAVAILABLE;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Checks signature, issuer, audience and expiry of a caller's token; what the caller may do is the services' matter. */
@Singleton
public class Doorkeeper {

    private static final Logger LOG = Logger.getLogger(Doorkeeper.class);

    // Only keys that are not known yet are fetched; a caller waits no longer for that than for a service's connection.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final TenantIdentityProvider provider;

    Doorkeeper(TenantIdentityProvider provider) {
        this.provider = provider;
    }

    /** @return what the {@code Authorization} field among these is worth; never a failure */
    public Uni<Admission> judge(MultiMap headers) {
        Optional<String> token = BearerToken.of(headers);
        if (token.isEmpty()) {
            return Uni.createFrom().item(NO_TOKEN);
        }
        return provider.authenticate(new AccessTokenCredential(token.get()))
                .map(identity -> ADMITTED)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(PROVIDER_UNAVAILABLE)
                .onFailure()
                .recoverWithItem(Doorkeeper::verdict);
    }

    private static Admission verdict(Throwable failure) {
        if (failure instanceof AuthenticationFailedException && !(failure.getCause() instanceof OIDCException)) {
            LOG.debugf("A token was refused: %s", failure.getMessage());
            return BAD_TOKEN;
        }
        LOG.warnf(
                "The OpenID Connect provider does not answer; callers are refused until it does: %s",
                failure.getMessage());
        return PROVIDER_UNAVAILABLE;
    }
}
