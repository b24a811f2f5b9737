package io.zhenggai.gateway.testsupport;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what is sent by OTLP over HTTP, as a collector does, and names itself to the gateway as an operator would. */
public class CollectorResource implements QuarkusTestResourceLifecycleManager {

    private final Collector collector = new Collector();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.exporter.otlp.endpoint", collector.start(),
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.bsp.schedule.delay", "100ms");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(collector, new TestInjector.MatchesType(Collector.class));
    }

    @Override
    public void stop() {
        collector.stop();
    }

    /** What has come. */
    public static final class Collector {

        private final List<String> received = new CopyOnWriteArrayList<>();
        private HttpServer server;

        private String start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/v1/traces", exchange -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                received.add(new String(body, StandardCharsets.ISO_8859_1));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        /** Is away from now on. */
        public void stop() {
            server.stop(0);
        }

        /** @return whether a request was received that has these bytes in it, each a character */
        public boolean has(String bytes) {
            return received.stream().anyMatch(body -> body.contains(bytes));
        }
    }
}
