package io.zhenggai.kit.identity;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.zhenggai.kit.time.RealTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.Set;

/**
 * Has the token of a caller checked once, and not again at each call of the next minute (decision 21). The check is that of the OpenID
 * Connect extension; what it refuses is not remembered.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokensCheckedOnce implements HttpAuthenticationMechanism {

    private static final Uni<HttpCredentialTransport> TRANSPORT =
            Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "Bearer"));

    private final OidcAuthenticationMechanism checking;
    private final KnownTokens known;

    /** @param time as the extension has it; the clock of the campaign may be moved */
    TokensCheckedOnce(OidcAuthenticationMechanism checking, RealTime time) {
        this.checking = checking;
        this.known = new KnownTokens(time);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String authorization = context.request().headers().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return checking.authenticate(context, providers);
        }
        Optional<SecurityIdentity> identity = known.find(authorization);
        if (identity.isPresent()) {
            return Uni.createFrom().item(identity.get());
        }
        return checking.authenticate(context, providers).onItem().ifNotNull().transform(found -> {
            SecurityIdentity apart = apartFromItsRequest(found);
            known.remember(authorization, apart);
            return apart;
        });
    }

    /** The extension's attributes hold the request that came with the token, which must not be kept, nor be taken for the next one. */
    private static SecurityIdentity apartFromItsRequest(SecurityIdentity found) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(found.getPrincipal())
                .addRoles(found.getRoles())
                .addCredentials(found.getCredentials())
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return checking.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return checking.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return TRANSPORT;
    }

    @Override
    public int getPriority() {
        return checking.getPriority();
    }
}
