package io.zhenggai.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.kit.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWentOut() {
        Cursor cursor = new Cursor(List.of("2021-10-31", "郑州"), "question");

        assertThat(Cursor.decoded(cursor.encoded(), "question", 2)).isEqualTo(cursor);
    }

    @Test
    void isRefusedForAnotherQuestion() {
        String text = new Cursor(List.of("1"), "open issues").encoded();

        assertThatThrownBy(() -> Cursor.decoded(text, "closed issues", 1)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YWJj", "郑州", "AAAA=="})
    void isRefusedWhenItIsNone(String text) {
        assertThatThrownBy(() -> Cursor.decoded(text, "question", 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void keysAreReadByTheirTypes() {
        UUID id = UUID.randomUUID();
        Cursor cursor =
                decoded("2021-10-31", "-7", Cursor.key(Instant.parse("2021-10-31T01:00:00.123456Z")), id.toString());

        assertThat(cursor.date(0)).isEqualTo("2021-10-31");
        assertThat(cursor.number(1)).isEqualTo(-7);
        assertThat(cursor.moment(2)).isEqualTo("2021-10-31T01:00:00.123456Z");
        assertThat(cursor.id(3)).isEqualTo(id);
    }

    @Test
    void forgedKeysAreRefused() {
        Cursor cursor = decoded("x");

        assertThatThrownBy(() -> cursor.id(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cursor.date(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cursor.moment(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> decoded("2200-01-01").date(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> decoded("a\0b")).isInstanceOf(Refusal.class);
    }

    @Test
    void momentsReachFrom1900To2199() {
        Instant first = Instant.parse("1900-01-01T00:00:00Z");
        Instant last = Instant.parse("2199-12-31T23:59:59.999999Z");

        assertThat(decoded(Cursor.key(first)).moment(0)).isEqualTo(first);
        assertThat(decoded(Cursor.key(last)).moment(0)).isEqualTo(last);
        Cursor before = decoded(Cursor.key(first.minusNanos(1_000)));
        Cursor after = decoded(Cursor.key(last.plusNanos(1_000)));
        Cursor furthest = decoded(Long.toString(Long.MIN_VALUE));
        assertThatThrownBy(() -> before.moment(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> after.moment(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> furthest.moment(0)).isInstanceOf(Refusal.class);
    }

    private static Cursor decoded(String... keys) {
        return Cursor.decoded(new Cursor(List.of(keys), "q").encoded(), "q", keys.length);
    }

    @Test
    void isRefusedWhenItIsTooLong() {
        assertThatThrownBy(() -> Cursor.decoded("A".repeat(2_001), "question", 1))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aSurplusRowMeansThatAnotherPageFollows() {
        List<Integer> fetched = IntStream.rangeClosed(1, 3).boxed().toList();

        Page<Integer> exact = Page.of(fetched, 3, CursorTest::cursor, null);
        Page<Integer> more = Page.of(fetched, 2, CursorTest::cursor, null);

        assertThat(exact.next()).isNull();
        assertThat(more.items()).containsExactly(1, 2);
        assertThat(more.next()).isEqualTo(cursor(2).encoded());
    }

    @Test
    void limitsReachFromOneTo200() {
        assertThat(new PageRequest(200, Optional.empty(), false).limit()).isEqualTo(200);
        assertThatThrownBy(() -> new PageRequest(0, Optional.empty(), false)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new PageRequest(201, Optional.empty(), false)).isInstanceOf(Refusal.class);
    }

    private static Cursor cursor(int row) {
        return new Cursor(List.of(Integer.toString(row)), "rows");
    }
}
