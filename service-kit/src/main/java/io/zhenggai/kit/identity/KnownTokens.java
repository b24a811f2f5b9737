package io.zhenggai.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import io.zhenggai.kit.time.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whose the tokens of the last minute are, as far as they were found good: at most 1,000 of them. */
final class KnownTokens {

    /** How long a check is relied on: what would be found at the next one is found that much later. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MOST = 1_000;

    private static final String BEARER = "Bearer ";

    private final RealTime time;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /** @param time by which tokens expire */
    KnownTokens(RealTime time) {
        this.time = time;
    }

    /**
     * @param authorization the header of the request, all characters of it
     * @return whose it is; empty where it is unknown, was checked a minute ago or longer, or has expired
     */
    Optional<SecurityIdentity> find(String authorization) {
        return Optional.ofNullable(known.getIfPresent(authorization))
                .filter(one -> time.now().isBefore(one.until()))
                .map(Known::identity);
    }

    /**
     * Takes note of an identity that was found good just now, unless it rests on anything but the bearer token in the header: what was
     * checked may have come in another one, by configuration, and says nothing about this one then.
     *
     * @param authorization the header of the request, all characters of it
     */
    void remember(String authorization, SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token && isThatOf(authorization, token)) {
            Instant expires = Instant.ofEpochSecond(token.getExpirationTime());
            Instant longest = time.now().plus(LONGEST);
            known.put(authorization, new Known(identity, expires.isBefore(longest) ? expires : longest));
        }
    }

    private static boolean isThatOf(String authorization, JsonWebToken token) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && authorization.substring(BEARER.length()).equals(token.getRawToken());
    }

    private record Known(SecurityIdentity identity, Instant until) {}
}
