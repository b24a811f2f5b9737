package io.zhenggai.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.zhenggai.gateway.testsupport.GatewayTest;
import io.zhenggai.gateway.testsupport.StandResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ProviderOutageTest.WithoutIssuer.class)
class ProviderOutageTest extends GatewayTest {

    /** The gateway starts before its OpenID Connect provider does. */
    public static class WithoutIssuer implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(StandResource.class, Map.of(StandResource.ISSUER_LATER, "true")));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void callersAreToldToComeAgainUntilTheProviderIsThere() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/api/v1/issues").then().statusCode(401);
        given().header("Authorization", "Bearer a.b.c")
                .get("/api/v1/issues")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo(PROBLEMS + "service-unavailable"))
                .body("detail", containsString("统一身份认证服务"))
                .time(lessThan(10_000L));

        stand.startIssuer();

        await().untilAsserted(() -> signedIn().get("/api/v1/issues").then().statusCode(200));
    }
}
