package io.zhenggai.issue.scan;

import static io.zhenggai.issue.testsupport.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.object.ObjectStore;
import io.zhenggai.issue.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A service whose scanner is switched on. */
@QuarkusTest
@OnRealServers
@QuarkusTestResource(value = VirusScanResourceTest.Scanner.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VirusScanResourceTest {

    private static final String OFFICE = "office:410700";

    @Inject
    ObjectStore objects;

    /** The scanner of this class. */
    public static final class Scanner implements QuarkusTestResourceLifecycleManager {
        private static Clamd clamd = Clamd.start(60 * 1024 * 1024);

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "zhenggai.virus-scan.enabled", "true", "zhenggai.virus-scan.port", Integer.toString(clamd.port()));
        }

        @Override
        public void stop() {
            clamd.close();
        }
    }

    @Test
    @Order(1)
    void whatIsCleanIsKept() {
        upload("整改情况").then().statusCode(201);

        assertThat(Scanner.clamd.scanned()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void whatIsInfectedIsRefusedByNameAndNotKept() {
        int before = kept();

        upload(Clamd.EICAR)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("content"))
                .body("violations[0].message", containsString("Eicar-Test-Signature"));

        assertThat(kept()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void withoutAScannerNothingIsKept() {
        int before = kept();
        Scanner.clamd.close();

        Response refused = upload("整改情况");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.asString()).contains("病毒").doesNotContain("127.0.0.1");
        assertThat(kept()).isEqualTo(before);
    }

    private Response upload(String content) {
        return as(OFFICE)
                .contentType("text/plain;charset=UTF-8")
                .queryParam("fileName", "说明.txt")
                .body(content)
                .post("/api/v1/uploads");
    }

    private int kept() {
        return objects.list(Optional.empty(), 1000).size();
    }
}
