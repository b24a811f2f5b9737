package io.zhenggai.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    private Path directory;

    private PostgresSettings settings;

    @BeforeEach
    void choosePort() {
        settings = new PostgresSettings(
                directory.resolve("data"),
                LoopbackPorts.free(),
                directory.resolve("postgres.log"),
                "it's secret",
                Map.of("issues", "first ' password", "plans", "second"));
    }

    @Test
    void whatWasCommittedIsThereWhenTheDirectoryIsOpenedAgainAlsoAfterAKill() throws SQLException {
        try (PostgresServer server = PostgresServer.start(settings)) {
            try (Connection connection = connect(server, "issues", "issues")) {
                execute(connection, "CREATE TABLE ledger (text text)");
                execute(connection, "INSERT INTO ledger VALUES ('整改')");
            }
            server.process().kill();
        }

        try (PostgresServer server = PostgresServer.start(settings);
                Connection connection = connect(server, "issues", "issues")) {
            assertThat(value(connection, "SELECT text FROM ledger")).isEqualTo("整改");
        }
    }

    @Test
    void runsDurableInUtf8WithTrigramsOfChineseText() throws SQLException {
        try (PostgresServer server = PostgresServer.start(settings);
                Connection connection = connect(server, "issues", "issues")) {
            assertThat(value(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(value(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(value(connection, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(value(connection, "SHOW max_connections")).isEqualTo("200");
            execute(connection, "CREATE EXTENSION pg_trgm");
            assertThat(value(connection, "SELECT array_length(show_trgm('整改台账'), 1)"))
                    .isEqualTo("5");
        }
    }

    @Test
    void aRoleOwnsItsDatabaseAndCannotEnterAnother() throws SQLException {
        try (PostgresServer server = PostgresServer.start(settings)) {
            connect(server, "plans", "plans").close();

            assertThatThrownBy(() -> connect(server, "plans", "issues")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void saysWhatTheServerSaidWhenItDoesNotStart() {
        try (PostgresServer first = PostgresServer.start(settings)) {
            PostgresSettings second = new PostgresSettings(
                    directory.resolve("other"), first.port(), directory.resolve("other.log"), "p", Map.of());

            assertThatThrownBy(() -> PostgresServer.start(second))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining("port " + first.port())
                    .hasMessageContaining("could not bind");
        }
    }

    private Connection connect(PostgresServer server, String role, String database) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(database), role, settings.databases().get(role));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
