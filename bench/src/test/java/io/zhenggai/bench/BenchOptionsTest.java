package io.zhenggai.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.embedded.launcher.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchOptionsTest {

    private static final List<String> BACKBONE =
            List.of("sendingOneByOne", "sendingInBulk", "backlog", "reading", "latency");

    private static final int ISSUES = 1_000_000;
    private static final int CALLS = 8_000;

    @TempDir
    Path directory;

    @Test
    void sevenRoundsOfTwentyThousandAndNoFileWhereNothingIsSaid() {
        assertThat(parse("backbone"))
                .isEqualTo(
                        new BenchOptions(BenchSubject.BACKBONE, 7, 20_000, ISSUES, CALLS, BACKBONE, Optional.empty()));
    }

    @Test
    void theLedgerIsMeasuredWithAMillionIssuesWhereNothingIsSaid() {
        BenchOptions options = parse("ledger", "--calls=80");

        assertThat(options.subject()).isEqualTo(BenchSubject.LEDGER);
        assertThat(options.issues()).isEqualTo(1_000_000);
        assertThat(options.calls()).isEqualTo(80);
        assertThat(options.parts()).isEqualTo(BenchSubject.LEDGER.parts()).contains("create", "read", "deepPage");
    }

    @Test
    void anOptionOfTheOtherSubjectIsRefused() {
        assertRefused("--events is for bench backbone.", "ledger", "--events", "500");
        assertRefused("--issues is for bench ledger.", "backbone", "--issues", "500");
        assertRefused("--calls is for bench ledger.", "backbone", "--calls", "500");
    }

    @Test
    void takesValuesBehindABlankAndBehindAnEqualsSign() {
        Path file = directory.resolve("bench.json");

        BenchOptions expected =
                new BenchOptions(BenchSubject.BACKBONE, 3, 500, ISSUES, CALLS, BACKBONE, Optional.of(file));

        assertThat(parse("backbone", "--rounds", "3", "--events", "500", "--json", file.toString()))
                .isEqualTo(expected);
        assertThat(parse("backbone", "--rounds=3", "--events=500", "--json=" + file))
                .isEqualTo(expected);
    }

    @Test
    void measuresWhatIsNamedInTheOrderOfTheMeasures() {
        assertThat(parse("backbone", "--only", "latency,sendingInBulk,latency").parts())
                .containsExactly("sendingInBulk", "latency");
        assertRefused(
                "There is no measure \"speed\", only sendingOneByOne, sendingInBulk, backlog, reading, latency.",
                "backbone",
                "--only=latency,speed");
        assertRefused(
                "There is no measure \"\", only sendingOneByOne, sendingInBulk, backlog, reading, latency.",
                "backbone",
                "--only=,");
    }

    @Test
    void numbersHaveBounds() {
        assertThat(parse("backbone", "--rounds", "1", "--events", "100").rounds())
                .isEqualTo(1);
        assertThat(parse("backbone", "--rounds", "99", "--events", "1000000").events())
                .isEqualTo(1_000_000);
        assertRefused("--rounds must be a number from 1 to 99, not 0.", "backbone", "--rounds", "0");
        assertRefused("--rounds must be a number from 1 to 99, not 100.", "backbone", "--rounds", "100");
        assertRefused("--events must be a number from 100 to 1000000, not 99.", "backbone", "--events", "99");
        assertRefused("--events must be a number from 100 to 1000000, not 1000001.", "backbone", "--events", "1000001");
        assertRefused("--events must be a number from 100 to 1000000, not many.", "backbone", "--events=many");
        assertThat(parse("ledger", "--issues", "100", "--calls", "8").issues()).isEqualTo(100);
        assertThat(parse("ledger", "--issues", "10000000", "--calls", "100000").calls())
                .isEqualTo(100_000);
        assertRefused("--issues must be a number from 100 to 10000000, not 99.", "ledger", "--issues=99");
        assertRefused("--issues must be a number from 100 to 10000000, not 10000001.", "ledger", "--issues=10000001");
        assertRefused("--calls must be a number from 8 to 100000, not 7.", "ledger", "--calls=7");
        assertRefused("--calls must be a number from 8 to 100000, not 100001.", "ledger", "--calls=100001");
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertRefused("bench needs behind it what is measured: backbone or ledger.");
        assertRefused("bench needs behind it what is measured: backbone or ledger, not gateway.", "gateway");
        assertRefused("Unknown option --round.", "backbone", "--round", "3");
        assertRefused("bench backbone takes no further words, not quickly.", "backbone", "quickly");
        assertRefused("--json needs a value behind it.", "backbone", "--json");
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedBeforeAnythingIsMeasured() {
        Path nowhere = directory.resolve("nowhere").resolve("bench.json");

        assertRefused(
                "--json cannot be written: " + nowhere + " lies in no directory that may be written to.",
                "backbone",
                "--json",
                nowhere.toString());
        assertRefused(
                "--json needs a file, not the directory " + directory + ".",
                "backbone",
                "--json",
                directory.toString());
    }

    private static BenchOptions parse(String... words) {
        return BenchOptions.parse(List.of(words));
    }

    private static void assertRefused(String reason, String... words) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(UsageException.class)
                .hasMessage(reason);
    }
}
