package io.zhenggai.kit.event.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.testsupport.OnRealServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A relay's statements are planned while its queue is empty, and the plan is kept: one that is good for no rows would read the
 * whole table for each of ten thousand.
 */
@QuarkusTest
@OnRealServers
class OutboxPlanTest {

    private Connection relay;

    @BeforeEach
    void emptyTheQueueForThisTransactionAlone() throws SQLException {
        Infrastructure infrastructure = Infrastructure.current();
        Properties properties = new Properties();
        properties.setProperty("user", "issues");
        properties.setProperty("password", infrastructure.password("issues"));
        properties.setProperty("options", RelayOwnership.SESSION);
        relay = DriverManager.getConnection(infrastructure.jdbcUrl("issues"), properties);
        relay.setAutoCommit(false);
        try (Statement truncate = relay.createStatement()) {
            truncate.execute("truncate outbox");
        }
    }

    @AfterEach
    void rollBack() throws SQLException {
        relay.rollback();
        relay.close();
    }

    @Test
    void readsInTheOrderOfTheIndexAlsoWhereTheQueueWasEmpty() throws SQLException {
        String plan = plan(OutboxTable.READ.replaceFirst("\\?", "500").replaceFirst("\\?", "8388608"));

        assertThat(plan).contains("Index Scan using outbox_pkey").doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void deletesByTheIndexAlsoWhereTheQueueWasEmpty() throws SQLException {
        String plan = plan(OutboxTable.DELETE
                .replaceFirst("\\?", "'{1,2,3}'::bigint[]")
                .replaceFirst("\\?", "'{example}'::text[]"));

        assertThat(plan).contains("outbox_pkey").doesNotContain("Seq Scan");
    }

    private String plan(String sql) throws SQLException {
        try (PreparedStatement explain = relay.prepareStatement("explain " + sql);
                ResultSet lines = explain.executeQuery()) {
            List<String> plan = new ArrayList<>();
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
            return String.join("\n", plan);
        }
    }
}
