package io.zhenggai.kit.event.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.testsupport.OnRealServers;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The moment in which the copy takes the place of the live tables. */
@QuarkusTest
@OnRealServers
class RebuildSwitchTest extends SteppedRebuild {

    @Test
    void readersFindTheirRowsAllThroughTheSwitch() throws Exception {
        tellMemos(300);
        readAll();
        AtomicBoolean enough = new AtomicBoolean();
        List<CompletableFuture<Long>> reading = List.of(
                CompletableFuture.supplyAsync(() -> readUntil(enough, "select * from {table} order by number")),
                CompletableFuture.supplyAsync(() -> readUntil(enough, "select text from {table} where version > 0")));

        start();
        stepUntil(RebuildState.SWITCHED);
        start();
        stepUntil(RebuildState.SWITCHED);
        enough.set(true);

        for (CompletableFuture<Long> reader : reading) {
            assertThat(reader.get()).as("the longest wait in ms").isLessThan(2_000);
        }
    }

    @Test
    void aLongReaderKeepsTheSwitchWaitingAndOthersOnlyForAMoment() throws Exception {
        tellMemos(10);
        readAll();
        start();
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Long> others =
                CompletableFuture.supplyAsync(() -> readUntil(enough, "select id from {table}"));
        try (Holder reader = new Holder("lock table {table} in access share mode")) {
            stepUntil(() -> Optional.ofNullable(latest().obstacle()).orElse("").contains("the switch has to wait"));
            assertThat(latest().state()).isEqualTo(RebuildState.RUNNING);
        }

        stepUntil(RebuildState.SWITCHED);
        enough.set(true);

        assertThat(others.get()).as("the longest wait in ms").isLessThan(2_000);
    }

    @Test
    void aTransactionThatSeesAnOlderStateIsWaitedForThoughItHasNotReadTheTableYet() throws Exception {
        tellMemos(10);
        readAll();
        try (Connection connection = dataSource.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            count(connection, "select count(*) from consumer_offset");
            start();
            stepUntil(() -> Optional.ofNullable(latest().obstacle()).orElse("").contains("a long transaction"));

            assertThat(count(connection, projection.sql("select count(*) from {table}")))
                    .isEqualTo(10);
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        stepUntil(RebuildState.SWITCHED);
    }

    @Test
    void aMigrationWhileItRunsFailsTheRebuildAndStays() {
        tellMemos(5);
        readAll();
        start();
        projection.execute("alter table {table} add column added text");

        stepUntil(RebuildState.FAILED);

        assertThat(latest().failure()).contains("is not as in the copy", "column added text");
        assertThat(projection.lines("select added from {table}")).hasSize(5);
    }

    @Test
    void whatTheTopicDoesNotHoldAnyMoreIsNotLostAndSnapshotsStandInForIt() throws Exception {
        tellMemos(30);
        readAll();
        try (Admin admin = Admin.create(Memos.servers())) {
            admin.deleteRecords(Map.of(new TopicPartition(projection.topic(), 0), RecordsToDelete.beforeOffset(3)))
                    .all()
                    .get();
        }

        start();
        stepUntil(RebuildState.FAILED);

        assertThat(latest().failure()).contains("does not hold any more", "of 3 aggregates");
        assertThat(projection.texts()).isEqualTo(told);

        told.forEach((id, text) -> projection.republish(id, versions.get(id), text));
        projection.flush();
        start();
        stepUntil(RebuildState.SWITCHED);
        assertThat(projection.texts()).isEqualTo(told);
    }
}
