package io.zhenggai.embedded.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class InfrastructureTest {

    @Test
    void configuresAServiceWithServersThatAnswer() throws Exception {
        InfrastructureResource resource = new InfrastructureResource();
        resource.init(Map.of("database", "plans"));

        Map<String, String> config = resource.start();

        try (Connection connection = DriverManager.getConnection(
                        config.get("quarkus.datasource.jdbc.url"),
                        config.get("quarkus.datasource.username"),
                        config.get("quarkus.datasource.password"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", config.get("kafka.bootstrap.servers")))) {
            assertThat(connection.getCatalog()).isEqualTo("plans");
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
        URI discovery = URI.create(config.get("quarkus.oidc.auth-server-url") + "/.well-known/openid-configuration");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(discovery).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void isTheSameOneInEveryClassLoader() throws Exception {
        String here = Infrastructure.start().bootstrapServers();
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            classPath.add(Path.of(entry).toUri().toURL());
        }

        try (URLClassLoader other =
                new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> foreign = other.loadClass(Infrastructure.class.getName());
            Object started = foreign.getMethod("start").invoke(null);
            Object token = foreign.getMethod("token", String.class)
                    .invoke(foreign.getMethod("current").invoke(null), "province");

            assertThat(foreign).isNotSameAs(Infrastructure.class);
            assertThat(foreign.getMethod("bootstrapServers").invoke(started)).isEqualTo(here);
            assertThat((String) token).contains(".");
        }
    }
}
