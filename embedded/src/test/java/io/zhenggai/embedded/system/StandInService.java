package io.zhenggai.embedded.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A program in the place of a service, which this module cannot build: it is ready at once, or dies at its start. */
final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        if (Files.exists(Path.of(System.getProperty("dies")))
                && System.getenv("QUARKUS_DATASOURCE_USERNAME") != null
                && System.getenv("QUARKUS_DATASOURCE_USERNAME").equals("plans")) {
            System.err.println("relation \"plan\" does not exist");
            System.exit(3);
        }
        AtomicReference<String> clock = new AtomicReference<>(System.getenv("ZHENGGAI_CLOCK_START"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/q/health/ready", exchange -> answer(exchange, "{}"));
        server.createContext(
                "/internal/pending",
                exchange -> answer(exchange, "{\"outbox\":0,\"lag\":0,\"due\":0,\"deadLetters\":0}"));
        server.createContext("/internal/clock", exchange -> {
            if (exchange.getRequestMethod().equals("PUT")) {
                clock.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            answer(exchange, clock.get());
        });
        server.start();
    }

    /** Lays runnable jars with this program where the services' own would be. */
    static void buildAll(Path home) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        StandInService.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString());
        for (LocalService service : LocalService.values()) {
            Path jar = service.jar(home);
            Files.createDirectories(jar.getParent());
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(out, manifest)) {
                entries.finish();
            }
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
