package io.zhenggai.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.zhenggai.gateway.testsupport.CollectorResource;
import io.zhenggai.gateway.testsupport.CollectorResource.Collector;
import io.zhenggai.gateway.testsupport.GatewayTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Traces as an operator switches them on. */
@QuarkusTest
@TestProfile(TraceExportTest.SwitchedOn.class)
class TraceExportTest extends GatewayTest {

    Collector collector;

    public static class SwitchedOn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // What other tests keep spans in, instead of sending them.
            return Map.of("quarkus.arc.exclude-types", "io.zhenggai.gateway.proxy.TraceTest$Exporter");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(CollectorResource.class));
        }
    }

    @Test
    void spansReachTheCollectorAndNobodyMissesItWhenItIsAway() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String bytes = new String(HexFormat.of().parseHex(trace), StandardCharsets.ISO_8859_1);

        signedIn()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/api/v1/issues")
                .then()
                .statusCode(200);

        await().until(() -> collector.has(bytes));
        assertThat(collector.has("gateway")).as("the service is named").isTrue();

        collector.stop();
        for (int request = 0; request < 20; request++) {
            signedIn().get("/api/v1/issues").then().statusCode(200);
        }
    }
}
