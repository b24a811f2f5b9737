package io.zhenggai.gateway.proxy;

import static io.zhenggai.gateway.routing.Service.ISSUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.gateway.testsupport.GatewayTest;
import io.zhenggai.gateway.trace.RequestIds;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogTest extends GatewayTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void aLineNamesTheRequestThatItComesOf() {
        Requests requests = new Requests();
        Logger exchanges = Logger.getLogger(Exchange.class.getName());
        exchanges.addHandler(requests);
        stand.upstream(ISSUE).answers(request -> request.connection().close());
        try {
            signedIn()
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .header("X-Request-Id", "counter-7")
                    .delete("/api/v1/issues/1")
                    .then()
                    .statusCode(502);
        } finally {
            exchanges.removeHandler(requests);
        }

        assertThat(requests.named).isNotEmpty().containsOnly("counter-7 " + TRACE);
    }

    /** The request that each line names, where it is written. */
    private static final class Requests extends Handler {

        private final List<String> named = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            named.add(String.valueOf(MDC.get(RequestIds.LOG_KEY)));
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
