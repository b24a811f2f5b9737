package io.zhenggai.gateway.health;

import static io.restassured.RestAssured.given;
import static io.zhenggai.gateway.routing.Service.REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.gateway.testsupport.GatewayTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest extends GatewayTest {

    @Test
    void saysWhichServicesAnswer() {
        given().get("/q/health/group/services")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks[0].data.issue-service", equalTo("ready"))
                .body("checks[0].data.notification-service", equalTo("ready"));
        assertThat(stand.upstream(REPORT).onlyAsked().uri()).isEqualTo("/q/health/ready");
    }

    @Test
    void aMissingServiceIsNoReasonToRestartTheGateway() {
        stand.upstream(REPORT).stop();
        try {
            given().get("/q/health/group/services")
                    .then()
                    .statusCode(503)
                    .body("status", equalTo("DOWN"))
                    .body("checks[0].data.report-service", equalTo("does not answer"))
                    .body("checks[0].data.plan-service", equalTo("ready"));
            given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
            given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        } finally {
            stand.upstream(REPORT).start();
        }
    }

    @Test
    void aServiceThatIsNotReadyIsSaidToBeSo() {
        stand.upstream(REPORT)
                .answers(request -> request.response().setStatusCode(503).end());

        given().get("/q/health/group/services")
                .then()
                .statusCode(503)
                .body("checks[0].data.report-service", equalTo("answers 503"));
    }
}
