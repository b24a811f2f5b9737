package io.zhenggai.embedded.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void understandsWordsAndValuesBehindABlankOrASign() {
        Options options = parse("backbone", "--seed", "7", "--minutes=3", "--small");

        assertThat(options.words()).containsExactly("backbone");
        assertThat(options.number("--seed", 1, 0, 99)).isEqualTo(7);
        assertThat(options.number("--minutes", 15, 1, 1_440)).isEqualTo(3);
        assertThat(options.has("--small")).isTrue();
    }

    @Test
    void whatIsNotGivenIsOtherwise() {
        Options options = parse();

        assertThat(options.words()).isEmpty();
        assertThat(options.number("--minutes", 15, 1, 1_440)).isEqualTo(15);
        assertThat(options.value("--seed")).isEmpty();
        assertThat(options.has("--small")).isFalse();
    }

    @Test
    void numbersAreTakenAtTheirBoundsAndRefusedOneBeyond() {
        assertThat(parse("--minutes", "1").number("--minutes", 15, 1, 1_440)).isEqualTo(1);
        assertThat(parse("--minutes", "1440").number("--minutes", 15, 1, 1_440)).isEqualTo(1_440);
        for (String wrong : List.of("0", "1441", "-1", "1.5", "", "x", "4294967297", "99999999999999999999")) {
            assertThatThrownBy(() -> parse("--minutes", wrong).number("--minutes", 15, 1, 1_440))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("--minutes must be a number from 1 to 1440, not " + wrong + ".");
        }
    }

    @Test
    void unknownRepeatedAndUnfinishedOptionsAreNamed() {
        assertThatThrownBy(() -> parse("--sed", "7")).hasMessage("Unknown option --sed.");
        assertThatThrownBy(() -> parse("--small=yes")).hasMessage("Unknown option --small=yes.");
        assertThatThrownBy(() -> parse("--small", "--small")).hasMessage("--small is given twice.");
        assertThatThrownBy(() -> parse("--seed=1", "--seed=1")).hasMessage("--seed is given twice.");
        assertThatThrownBy(() -> parse("--seed")).hasMessage("--seed needs a value behind it.");
    }

    @Test
    void oneWordTooManyIsNamedWithTheRule() {
        Options options = parse("one", "two");

        options.requireWords(2, "soak takes two words");
        assertThatThrownBy(() -> options.requireWords(1, "soak takes one word"))
                .isInstanceOf(UsageException.class)
                .hasMessage("soak takes one word, not two.");
    }

    private static Options parse(String... words) {
        return Options.parse(List.of(words), Set.of("--seed", "--minutes"), Set.of("--small"));
    }
}
