package io.zhenggai.kit.event.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a transaction that no relay sees and that is rolled back. */
@QuarkusTest
@OnRealServers
class OutboxTableTest {

    private static final int KIB = 1024;

    @Inject
    AgroalDataSource dataSource;

    private Connection connection;
    private int version;

    @BeforeEach
    void begin() throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement others = connection.prepareStatement("delete from outbox")) {
            others.executeUpdate();
        }
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void readsTheOldestUpToTheNumberOfRows() throws SQLException {
        UUID thing = UUID.randomUUID();
        insert(thing, KIB);
        insert(thing, KIB);
        insert(thing, KIB);

        assertThat(versions(2, 1_000 * KIB)).containsExactly(1L, 2L);
        assertThat(versions(3, 1_000 * KIB)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void beginsNoFurtherRowOnceTheBytesAreReached() throws SQLException {
        UUID thing = UUID.randomUUID();
        insert(thing, 300 * KIB);
        insert(thing, 300 * KIB);
        insert(thing, 300 * KIB);

        assertThat(versions(500, 600 * KIB + 1)).containsExactly(1L, 2L, 3L);
        assertThat(versions(500, 600 * KIB)).containsExactly(1L, 2L);
        assertThat(versions(500, 1)).as("one row, whatever its size").containsExactly(1L);
    }

    @Test
    void leavesOutWhatIsParkedAndWhatWaitsBehindIt() throws SQLException {
        UUID parked = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        insert(parked, KIB);
        insert(parked, KIB);
        insert(other, KIB);
        OutboxTable.park(connection, OutboxTable.read(connection, 1, 1).get(0), "on purpose");

        assertThat(versions(500, 1_000 * KIB)).containsExactly(3L);
    }

    private List<Long> versions(int rows, long bytes) throws SQLException {
        return OutboxTable.read(connection, rows, bytes).stream()
                .map(OutboxRow::aggregateVersion)
                .toList();
    }

    private void insert(UUID thing, int bytes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into outbox (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data)
                values ('thing', ?, ?, ?, 'thing.changed.v1', now(), ?)
                """)) {
            insert.setObject(1, thing);
            insert.setLong(2, ++version);
            insert.setObject(3, UUID.randomUUID());
            insert.setBytes(4, new byte[bytes]);
            insert.executeUpdate();
        }
    }
}
