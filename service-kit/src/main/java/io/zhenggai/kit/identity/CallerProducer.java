package io.zhenggai.kit.identity;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads the caller from the checked token of the request. */
@Singleton
class CallerProducer {

    private final ClaimNames names;

    CallerProducer(ClaimNames names) {
        this.names = names;
    }

    @Produces
    @RequestScoped
    CurrentCaller caller(SecurityIdentity identity) {
        return new CurrentCaller() {
            private @Nullable Caller known;

            @Override
            public Caller get() {
                if (known == null) {
                    known = read(identity);
                }
                return known;
            }
        };
    }

    private Caller read(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            throw new AuthenticationFailedException();
        }
        // The claims as they are: JsonWebToken throws, and catches, for each one whose name the standard does not know.
        OidcJwtCallerPrincipal token = (OidcJwtCallerPrincipal) identity.getPrincipal();
        return TokenClaims.caller(identity.getRoles(), names, token.getClaims()::getClaimValue);
    }
}
