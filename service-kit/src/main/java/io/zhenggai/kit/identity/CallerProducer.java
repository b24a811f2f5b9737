package io.zhenggai.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the caller from the checked token of the request. */
@Singleton
class CallerProducer {

    private final ClaimNames names;

    CallerProducer(ClaimNames names) {
        this.names = names;
    }

    @Produces
    @RequestScoped
    CurrentCaller caller(SecurityIdentity identity, JsonWebToken token) {
        return () -> {
            if (identity.isAnonymous()) {
                throw new AuthenticationFailedException();
            }
            return TokenClaims.caller(identity.getRoles(), names, token::getClaim);
        };
    }
}
