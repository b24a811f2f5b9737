package io.zhenggai.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** How services connect to their database, by the settings that all of them have. */
class ConnectingTest {

    private static final String PREFIX = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    /** Whatever polls has been given a limit for a single step. */
    @Test
    void onlyConnectingAsAWholeHasALimit() throws Exception {
        assertThat(settings())
                .containsEntry("connectTimeout", "0")
                .containsEntry("sslResponseTimeout", "0")
                .containsEntry("loginTimeout", "10");
    }

    @Test
    void aDatabaseThatTakesTheConnectionAndSaysNothingIsGivenUp() throws Exception {
        Properties settings = settings();
        settings.setProperty("loginTimeout", "1");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/silent";

            assertThatThrownBy(() -> DriverManager.getConnection(url, settings))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("timed out");
        }
    }

    private static Properties settings() throws Exception {
        Properties all = new Properties();
        try (InputStream file = ConnectingTest.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            all.load(file);
        }
        Properties settings = new Properties();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> settings.setProperty(name.substring(PREFIX.length()), all.getProperty(name)));
        return settings;
    }
}
