package io.zhenggai.kit.event.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.testsupport.OnRealServers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of records that cannot have their effect, here or in the live projection. */
@QuarkusTest
@OnRealServers
class RebuildLettersTest extends SteppedRebuild {

    @Test
    void aRecordThatFailsThoughItHadItsEffectBeforeEndsTheRebuildAndTheLiveTableStays() {
        tellMemos(10);
        tell(3, "wrong by now");
        readAll();
        projection.refuse("wrong by now");
        projection.execute("update {table} set text = 'as it was' where id = '" + memos.get(0) + "'");

        start();
        stepUntil(RebuildState.FAILED);

        assertThat(service.latest(projection.aggregateType()).failure())
                .contains(projection.topic() + "-", " at ", "refused: wrong by now");
        assertThat(projection.hasCopy()).isFalse();
        assertThat(projection.texts()).containsEntry(memos.get(0), "as it was").hasSize(10);
        assertThat(projection.letters()).isEmpty();
        service.cancel(OPERATOR, projection.aggregateType(), latest().id(), "seen");
        assertThat(latest().state()).isEqualTo(RebuildState.CANCELLED);
        assertThat(latest().failure()).isNotNull();
    }

    @Test
    void anOpenLetterThatHasItsEffectInTheCopyIsGoneOnRecordWithThoseBehindIt() {
        tellMemos(5);
        projection.refuse("too early");
        tell(2, "too early");
        tell(2, "behind it");
        readAll();
        assertThat(projection.letters()).hasSize(2);
        projection.allow("too early");

        start();
        stepUntil(RebuildState.SWITCHED);

        assertThat(projection.letters()).isEmpty();
        assertThat(projection.texts()).isEqualTo(told);
        assertThat(projection.lines("""
                select concat_ws(' ', action, name, reason, type) from event_operation
                where aggregate_type = '{type}' and action = 'REBUILD_LETTER'
                """))
                .hasSize(2)
                .allMatch(projection.sql("REBUILD_LETTER 系统运维 test {type}.changed.v1")::equals);
        tell(2, "and on it goes");
        stepLiveUntil(() -> projection.texts().equals(told));
    }

    @Test
    void anOpenLetterThatStillFailsStaysAndLaterEventsOfItsAggregateWait() {
        tellMemos(5);
        projection.refuse("never");
        String before = told.get(memos.get(2));
        tell(2, "never");
        tell(2, "behind it");
        readAll();
        List<String> letters = projection.letters();

        start();
        stepUntil(RebuildState.SWITCHED);

        assertThat(projection.letters()).isEqualTo(letters).hasSize(2);
        assertThat(projection.texts()).containsEntry(memos.get(2), before);
        tell(2, "waits too");
        tell(1, "goes on");
        stepLiveUntil(() -> projection.letters().size() == 3);
        stepLiveUntil(() -> projection.texts().get(memos.get(1)).equals("goes on"));
        assertThat(projection.texts()).containsEntry(memos.get(2), before);
    }

    @Test
    void aDiscardedLetterIsPassedOverAlsoWhenItCouldHaveItsEffectNow() {
        tellMemos(5);
        projection.refuse("sent by mistake");
        String before = told.get(memos.get(2));
        tell(2, "sent by mistake");
        readAll();
        projection.execute("update dead_letter set discarded_at = now() where aggregate_type = '{type}'");
        projection.allow("sent by mistake");

        start();
        stepUntil(RebuildState.SWITCHED);

        assertThat(projection.texts()).containsEntry(memos.get(2), before);
        assertThat(projection.letters()).hasSize(1).first().asString().contains("discarded");
    }

    @Test
    void aLetterThatIsDiscardedWhileItRunsFailsTheRebuildInWords() {
        tellMemos(5);
        projection.refuse("too early");
        tell(2, "too early");
        readAll();
        projection.allow("too early");
        start();
        try (Holder reader = new Holder("select count(*) from {table}")) {
            stepUntil(() -> latest().obstacle() != null);
            projection.execute("update dead_letter set discarded_at = now() where aggregate_type = '{type}'");
        }

        stepUntil(RebuildState.FAILED);

        assertThat(latest().failure()).contains("was discarded after the copy had passed it");
    }

    @Test
    void aLetterThatIsReplayedWhileItWaitsInTheCopyFailsTheRebuildInWords() {
        tellMemos(5);
        projection.refuse("not yet");
        tell(2, "not yet");
        readAll();
        start();
        try (Holder reader = new Holder("select count(*) from {table}")) {
            stepUntil(() -> latest().obstacle() != null);
            projection.execute("delete from dead_letter where aggregate_type = '{type}'");
        }

        stepUntil(RebuildState.FAILED);

        assertThat(latest().failure()).contains("was settled after the copy had put it aside");
    }

    @Test
    void aRecordThatFailsBeyondTheLiveProjectionWaitsForIt() {
        tellMemos(5);
        readAll();
        projection.refuse("new and wrong");
        tell(2, "new and wrong");
        told.put(memos.get(2), "memo 2");
        projection.flush();
        start();
        try (Holder reader = new Holder("select count(*) from {table}")) {
            stepUntil(() -> Optional.ofNullable(latest().obstacle()).orElse("").contains("waits for the live"));
        }

        stepUntil(() -> {
            live.step();
            return latest().state() == RebuildState.SWITCHED;
        });

        stepLiveUntil(() -> projection.letters().size() == 1);
        assertThat(projection.texts()).isEqualTo(told);
    }
}
