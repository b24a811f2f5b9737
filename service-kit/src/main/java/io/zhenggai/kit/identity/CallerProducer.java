package io.zhenggai.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the caller from the checked token of the request. */
class CallerProducer {

    @Produces
    @RequestScoped
    CurrentCaller caller(SecurityIdentity identity, JsonWebToken token) {
        return () -> {
            if (identity.isAnonymous()) {
                throw new AuthenticationFailedException();
            }
            return TokenClaims.caller(identity.getRoles(), token::getClaim);
        };
    }
}
