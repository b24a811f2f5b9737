package io.zhenggai.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private static final Instant START = Instant.parse("2021-11-26T01:00:00Z");

    private Instant now = START;
    private final KnownTokens tokens = new KnownTokens(() -> now);

    @Test
    void whatWasNeverCheckedIsUnknown() {
        tokens.remember("Bearer a", of("a"));

        assertThat(tokens.find("Bearer b")).isEmpty();
        assertThat(tokens.find("bearer a")).isEmpty();
    }

    @Test
    void eachTokenIsItsOwn() {
        SecurityIdentity a = of("a");
        SecurityIdentity b = of("b");
        tokens.remember("Bearer a", a);
        tokens.remember("Bearer b", b);

        assertThat(tokens.find("Bearer a")).containsSame(a);
        assertThat(tokens.find("Bearer b")).containsSame(b);
    }

    @Test
    void aCheckIsReliedOnForOneMinute() {
        tokens.remember("Bearer a", of("a"));

        now = START.plusSeconds(60).minusMillis(1);
        assertThat(tokens.find("Bearer a")).isPresent();
        now = START.plusSeconds(60);
        assertThat(tokens.find("Bearer a")).isEmpty();
    }

    @Test
    void aTokenIsNotKnownLongerThanItIsGood() {
        tokens.remember("Bearer a", of("a", START.plusSeconds(10)));

        now = START.plusSeconds(10).minusMillis(1);
        assertThat(tokens.find("Bearer a")).isPresent();
        now = START.plusSeconds(10);
        assertThat(tokens.find("Bearer a")).isEmpty();
    }

    @Test
    void aTokenThatIsCheckedAnewIsKnownForAnotherMinute() {
        tokens.remember("Bearer a", of("a"));
        now = START.plusSeconds(60);
        tokens.remember("Bearer a", of("a"));

        now = now.plus(KnownTokens.LONGEST).minus(Duration.ofMillis(1));
        assertThat(tokens.find("Bearer a")).isPresent();
    }

    @Test
    void whatWasCheckedInAnotherHeaderSaysNothingAboutThisOne() {
        for (String authorization : List.of("Basic a", "Bearer b", "Bearer", "", "a", "Bearer  a")) {
            tokens.remember(authorization, of("a"));

            assertThat(tokens.find(authorization)).as(authorization).isEmpty();
        }
    }

    @Test
    void theWordBearerMayBeWrittenInAnyCase() {
        tokens.remember("bearer a", of("a"));

        assertThat(tokens.find("bearer a")).isPresent();
    }

    @Test
    void whatIsNoTokenIsNotRemembered() {
        SecurityIdentity other = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("a"))
                .build();
        tokens.remember("Bearer a", other);

        assertThat(tokens.find("Bearer a")).isEmpty();
    }

    private static SecurityIdentity of(String token) {
        return of(token, START.plusSeconds(3_600));
    }

    private static SecurityIdentity of(String token, Instant expires) {
        JwtClaims claims = new JwtClaims();
        claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
        claims.setStringClaim(Claims.raw_token.name(), token);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .build();
    }
}
