package io.zhenggai.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.Principal;

/** Reads the caller from the checked token of the request: of one token once, for as long as it is known (decision 21). */
@Singleton
class CallerProducer {

    private final ClaimNames names;

    /** By the very principal that came of checking a token, and not by what it is equal to; forgotten with it. */
    private final Cache<Principal, Caller> callers =
            Caffeine.newBuilder().weakKeys().build();

    CallerProducer(ClaimNames names) {
        this.names = names;
    }

    @Produces
    @RequestScoped
    CurrentCaller caller(SecurityIdentity identity) {
        return () -> read(identity);
    }

    private Caller read(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            throw new AuthenticationFailedException();
        }
        // The claims as they are: JsonWebToken throws, and catches, for each one whose name the standard does not know.
        OidcJwtCallerPrincipal token = (OidcJwtCallerPrincipal) identity.getPrincipal();
        return callers.get(
                token, one -> TokenClaims.caller(identity.getRoles(), names, token.getClaims()::getClaimValue));
    }
}
