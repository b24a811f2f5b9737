package io.zhenggai.kit.database;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Outage;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class OutageTest {

    private static final String UNAVAILABLE = "https://zhenggai.io/problems/service-unavailable";

    @Inject
    AgroalDataSource dataSource;

    @ParameterizedTest
    @ValueSource(strings = {"in-statement", "before-commit"})
    void aSessionThatIsEndedMeansNotNow(String when) {
        assertThatItIsAway(when);
    }

    @Test
    void whileNobodyIsLetInItIsAwayAndThenItIsBack() throws SQLException {
        given().get("/api/v1/outages/none").then().statusCode(200);

        try (Outage outage = Outage.begin()) {
            for (int request = 0; request < 5; request++) {
                assertThatItIsAway("none");
                assertThatItIsAway("none-by-jdbc");
            }
        }

        await().atMost(Duration.ofSeconds(10))
                .until(() -> given().get("/api/v1/outages/none").statusCode() == 200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> given().get("/api/v1/outages/none-by-jdbc").statusCode() == 200);
    }

    @Test
    void aPoolThatIsUsedUpMeansNotNow() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int connection = 0; connection < 16; connection++) {
                taken.add(dataSource.getConnection());
            }
            assertThatItIsAway("none");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void whoStumblesOverAnotherMayTryAgain() {
        given().get("/api/v1/outages/contended")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("https://zhenggai.io/problems/conflict"))
                .body("detail", equalTo("数据正被他人修改，请稍后重试。"));
    }

    private static void assertThatItIsAway(String when) {
        given().get("/api/v1/outages/" + when)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo(UNAVAILABLE))
                .body("detail", equalTo("数据库暂时无法访问，请稍后重试。"));
    }
}
