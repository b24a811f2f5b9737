package io.zhenggai.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import io.zhenggai.kit.time.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whose the tokens of the last minute are, as far as they were found good: at most 1,000 of them. */
final class KnownTokens {

    /** How long a check is relied on: what would be found at the next one is found that much later. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MOST = 1_000;

    private final RealTime time;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /** @param time by which tokens expire */
    KnownTokens(RealTime time) {
        this.time = time;
    }

    /** @return whose it is; empty where it is unknown, was checked a minute ago or longer, or has expired */
    Optional<SecurityIdentity> find(String token) {
        return Optional.ofNullable(known.getIfPresent(token))
                .filter(one -> time.now().isBefore(one.until()))
                .map(Known::identity);
    }

    /**
     * @param token that was checked just now, with the same characters as it will come again
     * @param expires when it is no longer good
     */
    void remember(String token, SecurityIdentity identity, Instant expires) {
        Instant longest = time.now().plus(LONGEST);
        known.put(token, new Known(identity, expires.isBefore(longest) ? expires : longest));
    }

    private record Known(SecurityIdentity identity, Instant until) {}
}
