package io.zhenggai.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private static final Instant START = Instant.parse("2021-11-26T01:00:00Z");

    private Instant now = START;
    private final KnownTokens tokens = new KnownTokens(() -> now);

    @Test
    void whatWasNeverCheckedIsUnknown() {
        tokens.remember("Bearer a", of("a"), START.plusSeconds(3_600));

        assertThat(tokens.find("Bearer b")).isEmpty();
        assertThat(tokens.find("bearer a")).isEmpty();
    }

    @Test
    void eachTokenIsItsOwn() {
        SecurityIdentity a = of("a");
        SecurityIdentity b = of("b");
        tokens.remember("Bearer a", a, START.plusSeconds(3_600));
        tokens.remember("Bearer b", b, START.plusSeconds(3_600));

        assertThat(tokens.find("Bearer a")).containsSame(a);
        assertThat(tokens.find("Bearer b")).containsSame(b);
    }

    @Test
    void aCheckIsReliedOnForOneMinute() {
        tokens.remember("Bearer a", of("a"), START.plusSeconds(3_600));

        now = START.plusSeconds(60).minusMillis(1);
        assertThat(tokens.find("Bearer a")).isPresent();
        now = START.plusSeconds(60);
        assertThat(tokens.find("Bearer a")).isEmpty();
    }

    @Test
    void aTokenIsNotKnownLongerThanItIsGood() {
        tokens.remember("Bearer a", of("a"), START.plusSeconds(10));

        now = START.plusSeconds(10).minusMillis(1);
        assertThat(tokens.find("Bearer a")).isPresent();
        now = START.plusSeconds(10);
        assertThat(tokens.find("Bearer a")).isEmpty();
    }

    @Test
    void aTokenThatIsCheckedAnewIsKnownForAnotherMinute() {
        tokens.remember("Bearer a", of("a"), START.plusSeconds(3_600));
        now = START.plusSeconds(60);
        tokens.remember("Bearer a", of("a"), START.plusSeconds(3_600));

        now = now.plus(KnownTokens.LONGEST).minus(Duration.ofMillis(1));
        assertThat(tokens.find("Bearer a")).isPresent();
    }

    private static SecurityIdentity of(String person) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person))
                .build();
    }
}
