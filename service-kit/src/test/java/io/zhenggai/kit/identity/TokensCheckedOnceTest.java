package io.zhenggai.kit.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.identity.DemonstrationAccount;
import io.zhenggai.embedded.identity.TokenMint;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.testsupport.OnRealServers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Auditors may read the audit, and offices may not: what is served tells whose token it was taken for. */
@QuarkusTest
@OnRealServers
class TokensCheckedOnceTest {

    private static final DemonstrationAccount AUDITOR = DemonstrationAccount.parse("auditor");
    private static final DemonstrationAccount OFFICE = DemonstrationAccount.parse("office:410100");

    private static final String PATH = "/api/v1/audit/service-kit";

    private final TokenMint mint = Infrastructure.current().mint();

    @Test
    void aTokenIsGoodAgainAndAgain() {
        String token = mint.token(AUDITOR);

        for (int time = 0; time < 3; time++) {
            assertThat(statusFor("Bearer " + token)).isEqualTo(200);
        }
    }

    @Test
    void aTokenIsNotTakenForThatOfSomebodyElse() {
        String auditor = mint.token(AUDITOR);
        String office = mint.token(OFFICE);

        for (int time = 0; time < 2; time++) {
            assertThat(statusFor("Bearer " + auditor)).isEqualTo(200);
            assertThat(statusFor("Bearer " + office)).isEqualTo(403);
        }
    }

    @Test
    void whatIsNoLongerTheTokenThatWasCheckedIsRefused() {
        String token = mint.token(AUDITOR);
        assertThat(statusFor("Bearer " + token)).isEqualTo(200);

        assertThat(statusFor("Bearer " + token.substring(0, token.lastIndexOf('.') + 1)))
                .isEqualTo(401);
        assertThat(statusFor("Bearer " + mint.otherKey(AUDITOR))).isEqualTo(401);
        assertThat(statusFor("Bearer " + mint.unsigned(AUDITOR))).isEqualTo(401);
        assertThat(statusFor("Basic " + token)).isEqualTo(401);
        assertThat(given().get(PATH).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenThatExpiresAfterItWasCheckedIsRefusedFromThenOn() {
        String token = mint.token(AUDITOR, Duration.ofSeconds(10));
        assertThat(statusFor("Bearer " + token)).isEqualTo(200);

        await().atMost(Duration.ofSeconds(30)).until(() -> statusFor("Bearer " + token) == 401);
    }

    private static int statusFor(String authorization) {
        return given().header("Authorization", authorization).get(PATH).statusCode();
    }
}
