package io.zhenggai.issue.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.issue.ledger.ClosedIssue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order was made by {@code printf '%s' "$seed$id" | sha256sum} and {@code sort}. */
class DrawTest {

    private static final String SEED = "2021回头看第一次";
    private static final List<Integer> ORDER = List.of(4, 5, 6, 2, 1, 3);
    private static final SampleSize TWO = new SampleSize(Optional.of(2), Optional.empty());

    @Test
    void takesTheFirstInTheOrderThatAnAuditorMakesByHand() {
        List<Lot> lots = Draw.of(population(6), SEED, TWO, false);

        assertThat(lots).extracting(lot -> number(lot.issue())).isEqualTo(ORDER);
        assertThat(lots).extracting(Lot::drawn).containsExactly(true, true, false, false, false, false);
        assertThat(lots.get(0).digest()).isEqualTo("1bc7c56043f41ffa7cfca2d7cd396ce103cddaa026e2771c105bf2d1e168c69c");
    }

    @Test
    void whateverOrderTheyComeInTheSameAreDrawn() {
        List<ClosedIssue> shuffled = new ArrayList<>(population(6));
        Collections.shuffle(shuffled, new Random(7));

        assertThat(Draw.of(shuffled, SEED, TWO, false)).isEqualTo(Draw.of(population(6), SEED, TWO, false));
    }

    @Test
    void anotherSeedDrawsOthers() {
        assertThat(drawn(Draw.of(population(60), "另一种子", TWO, false)))
                .isNotEqualTo(drawn(Draw.of(population(60), SEED, TWO, false)));
    }

    /** Odd ones are Zhengzhou's: 5 and 1 of the order; even ones Kaifeng's: 4 and 6. */
    @Test
    void ofEachCityAsManyAreDrawn() {
        List<Lot> lots = Draw.of(population(6), SEED, TWO, true);

        assertThat(drawn(lots)).containsExactly(4, 5, 6, 1);
    }

    @Test
    void ofACityThatHasFewerAllAreDrawn() {
        SampleSize four = new SampleSize(Optional.of(4), Optional.empty());

        assertThat(drawn(Draw.of(population(6), SEED, four, true))).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1, 100, 1",
        "1, 101, 2",
        "10, 20, 2",
        "10, 21, 3",
        "100, 7, 7",
        "50, 0, 0",
        "100, 100000, 100000"
    })
    void aPartOfOneIsOneMore(int percentage, int population, int size) {
        assertThat(new SampleSize(Optional.empty(), Optional.of(percentage)).of(population))
                .isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 2", "3, 3, 3", "3, 4, 3"})
    void neverMoreAreDrawnThanThereAre(int wanted, int population, int size) {
        assertThat(new SampleSize(Optional.of(wanted), Optional.empty()).of(population))
                .isEqualTo(size);
    }

    @Test
    void aSampleHasOneSize() {
        assertThatThrownBy(() -> new SampleSize(Optional.of(1), Optional.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SampleSize(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> drawn(List<Lot> lots) {
        return lots.stream().filter(Lot::drawn).map(lot -> number(lot.issue())).toList();
    }

    private static int number(ClosedIssue issue) {
        return Integer.parseInt(issue.ledgerNumber());
    }

    private static List<ClosedIssue> population(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> {
                    String city = number % 2 == 1 ? "410100" : "410200";
                    return new ClosedIssue(
                            UUID.fromString("01920000-0000-7000-8000-%012d".formatted(number)),
                            Integer.toString(number),
                            city,
                            city,
                            Instant.EPOCH);
                })
                .toList();
    }
}
