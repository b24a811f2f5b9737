package io.zhenggai.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the caller from the claims of the checked token: {@code sub}, {@code name}, {@code roles}, {@code region}, {@code unit}, {@code scope}. */
class CallerProducer {

    @Produces
    @RequestScoped
    CurrentCaller caller(SecurityIdentity identity, JsonWebToken token) {
        return () -> read(identity, token);
    }

    private static Caller read(SecurityIdentity identity, JsonWebToken token) {
        if (identity.isAnonymous()) {
            throw new AuthenticationFailedException();
        }
        Role role = identity.getRoles().stream()
                .flatMap(claim -> Role.ofClaim(claim).stream())
                .findFirst()
                .orElseThrow(() -> new AuthenticationFailedException("the token names no role of this system"));
        String region = Optional.<Object>ofNullable(token.getClaim("region"))
                .map(Object::toString)
                .filter(code -> code.matches("41\\d{4}"))
                .orElseThrow(() -> new AuthenticationFailedException("the token names no region"));
        String name = Optional.<Object>ofNullable(token.getClaim("name"))
                .map(Object::toString)
                .orElse(token.getSubject());
        return new Caller(
                token.getSubject(),
                name,
                role,
                region,
                Optional.<Object>ofNullable(token.getClaim("unit")).map(Object::toString),
                permissions(token));
    }

    private static Set<String> permissions(JsonWebToken token) {
        return Optional.<Object>ofNullable(token.getClaim("scope"))
                .map(Object::toString)
                .map(words -> Arrays.stream(words.split(" "))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
