package io.zhenggai.kit.event.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.testsupport.OnRealServers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The copy is fed and takes its place, whoever stops, clicks or speaks meanwhile. */
@QuarkusTest
@OnRealServers
class RebuildTest extends SteppedRebuild {

    /** More than one step of a rebuild reads: one look brings 6,000 records at the most. */
    private static final int SEVERAL_LOOKS = 15_000;

    @Test
    void wrongMissingAndSurplusRowsAreRightAgainAndTheTableIsTheSameOtherwise() {
        tellMemos(40);
        readAll();
        projection.execute("update {table} set text = 'corrupt' where id = '" + memos.get(0) + "'");
        projection.execute("delete from {table} where id = '" + memos.get(1) + "'");
        projection.execute("insert into {table} (id, version, text) values (gen_random_uuid(), 1, 'nobody said so')");
        List<String> shape = projection.shape();

        Rebuild started = start();
        stepUntil(RebuildState.SWITCHED);

        assertThat(projection.texts()).isEqualTo(told);
        assertThat(projection.shape()).isEqualTo(shape);
        assertThat(projection.hasCopy()).isFalse();
        Rebuild ended = service.find(projection.aggregateType(), started.id());
        assertThat(ended.endedAt()).isAfter(ended.startedAt());
        assertThat(ended.read()).isEqualTo(40).isEqualTo(ended.end());
        tell(0, "after it");
        live.step();
        stepLiveUntil(() -> projection.texts().equals(told));
    }

    @Test
    void liveEventsStreamInAllTheWhileAndEachHasItsEffectOnce() throws Exception {
        tellMemos(500);
        readAll();
        int before = projection.calls();
        assertThat(before).isEqualTo(500);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Integer> more = CompletableFuture.supplyAsync(() -> tellUntil(enough));
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                live.step();
            }
        });

        start();
        stepUntil(RebuildState.SWITCHED);
        enough.set(true);
        int later = more.get();
        reading.get();

        stepLiveUntil(() -> projection.texts().equals(told));
        assertThat(later).isPositive();
        assertThat(projection.letters()).isEmpty();
        assertThat(projection.lines("select count(*) from consumed_version where aggregate_type = '{type}'"))
                .containsExactly("500");
    }

    @Test
    void anotherReplicaGoesOnWhereOneHasStoppedAndNothingIsAppliedTwice() {
        tellMemos(SEVERAL_LOOKS);
        readAll();
        int before = projection.calls();
        start();
        stepUntil(() -> projection.calls() - before >= 500);
        int half = projection.calls() - before;
        assertThat(half).isLessThan(SEVERAL_LOOKS);
        rebuild.release();

        RebuildLoop other = replica();
        stepUntil(other, RebuildState.SWITCHED);
        other.release();

        assertThat(projection.calls() - before).isEqualTo(SEVERAL_LOOKS);
        assertThat(projection.texts()).isEqualTo(told);
    }

    @Test
    void aReplicaThatWasFrozenFindsThatAnotherOneWentOn() {
        tellMemos(2_000);
        readAll();
        int before = projection.calls();
        start();
        stepUntil(() -> projection.calls() - before >= 500);
        projection.execute("update projection_rebuild set leased_until = clock_timestamp() - interval '1 s'"
                + " where aggregate_type = '{type}'");
        RebuildLoop other = replica();
        other.run();

        int taken = projection.calls();
        rebuild.run();
        rebuild.run();
        assertThat(projection.calls()).isEqualTo(taken);
        stepUntil(other, RebuildState.SWITCHED);
        other.release();

        assertThat(projection.texts()).isEqualTo(told);
        assertThat(projection.calls() - before).isEqualTo(2_000);
    }

    @Test
    void twoReplicasAtOnceGiveEachRecordItsEffectOnce() throws Exception {
        tellMemos(1_000);
        readAll();
        start();
        RebuildLoop other = replica();
        CompletableFuture<Void> both = CompletableFuture.runAsync(() -> {
            while (service.latest(projection.aggregateType()).state() == RebuildState.RUNNING) {
                other.run();
            }
        });

        stepUntil(RebuildState.SWITCHED);
        both.get();
        other.release();

        assertThat(projection.texts()).isEqualTo(told);
    }

    @Test
    void aSecondClickIsRefusedAndACancelledRebuildLeavesNothing() {
        tellMemos(SEVERAL_LOOKS);
        readAll();
        Rebuild first = start();
        assertThatThrownBy(this::start).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(ProblemType.CONFLICT));
        rebuild.run();
        int applied = projection.calls();

        service.cancel(OPERATOR, projection.aggregateType(), first.id(), "not needed");
        rebuild.run();
        rebuild.run();

        assertThat(projection.calls()).isEqualTo(applied);
        assertThat(projection.hasCopy()).isFalse();
        assertThat(projection.texts()).isEqualTo(told);
        assertThat(latest().state()).isEqualTo(RebuildState.CANCELLED);
        assertThatThrownBy(() -> service.cancel(OPERATOR, projection.aggregateType(), first.id(), "again"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has ended");
        assertThatThrownBy(() -> service.cancel(OPERATOR, projection.aggregateType(), 0, "whatever"))
                .isInstanceOf(Refusal.class);
        start();
        stepUntil(RebuildState.SWITCHED);
    }

    @Test
    void tablesThatOthersDependOnAreRefusedByName() {
        projection.execute("create table {table}_other (id uuid constraint {table}_held references {table})");
        projection.execute("create view {table}_seen as select id from {table}");
        try {
            assertThatThrownBy(this::start)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.UNPROCESSABLE))
                    .hasMessageContaining(projection.sql("foreign key {table}_held"))
                    .hasMessageContaining(projection.sql("{table}_seen"));
            assertThat(projection.hasCopy()).isFalse();
            assertThatThrownBy(this::latest).isInstanceOf(Refusal.class);
        } finally {
            projection.execute("drop table {table}_other");
        }
    }

    @Test
    void aReactionIsNeverRunAgainAndAnUnknownTypeIsNotThere() {
        assertThatThrownBy(() -> service.start(OPERATOR, "reaction", "test"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.UNPROCESSABLE))
                .hasMessageContaining("is a reaction, which is never run again");
        assertThatThrownBy(() -> service.start(OPERATOR, "nothing", "test"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.NOT_FOUND));
        assertThat(service.list())
                .extracting(ProjectionView::aggregateType)
                .containsExactly(projection.aggregateType());
    }

    @Test
    void anEmptyTopicGivesAnEmptyTable() {
        live.step();
        projection.execute("insert into {table} (id, version, text) values (gen_random_uuid(), 1, 'nobody said so')");

        start();
        stepUntil(() -> {
            live.step();
            return latest().state() == RebuildState.SWITCHED;
        });

        assertThat(projection.texts()).isEmpty();
    }
}
