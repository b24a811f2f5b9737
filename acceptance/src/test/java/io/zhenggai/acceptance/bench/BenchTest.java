package io.zhenggai.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.embedded.process.WatchedCommand;
import io.zhenggai.embedded.process.WatchedProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** {@code ./run bench}, as a process of its own: that it measures, never how fast. Each measure counts its effects itself. */
@Order(15)
class BenchTest {

    private static final Duration AT_MOST = Duration.ofMinutes(5);

    @Test
    void measuresEveryPartOfTheBackboneAndLeavesNothingBehind() throws IOException {
        JsonNode findings = measured("backbone", "--events=300");

        assertThat(findings.findValuesAsText("name"))
                .contains("sendingOneByOne", "sendingInBulk", "backlog", "reading", "latency");
        assertThat(findings.findValues("rounds"))
                .hasSizeGreaterThan(10)
                .allSatisfy(rounds -> assertThat(rounds.get(0).asDouble()).isPositive());
    }

    /** {@code pgbench} does not come with the build. */
    @Test
    void measuresEveryPartOfTheLedgerAndLeavesNothingBehind() throws IOException {
        assumeThat(Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "pgbench")))
                .anyMatch(Files::isExecutable);

        JsonNode findings = measured("ledger", "--issues=400", "--calls=8");

        assertThat(findings.findValuesAsText("name"))
                .contains(
                        "read",
                        "firstPage",
                        "deepPage",
                        "region",
                        "light",
                        "rareText",
                        "commonText",
                        "import",
                        "create",
                        "memory");
        assertThat(findings.findValues("rounds"))
                .hasSizeGreaterThan(40)
                .allSatisfy(rounds -> assertThat(rounds.get(0).asDouble()).isPositive());
    }

    private static JsonNode measured(String subject, String... options) throws IOException {
        Path home = Path.of("").toAbsolutePath().getParent();
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path data = target.resolve("bench-" + subject);
        Path log = target.resolve("bench-" + subject + ".log");
        Path json = target.resolve("bench-" + subject + ".json");
        Files.deleteIfExists(log);
        Files.deleteIfExists(json);

        List<String> words = new ArrayList<>(List.of(subject, "--rounds=1", "--json=" + json));
        words.addAll(List.of(options));
        try (WatchedProcess bench =
                WatchedProcess.start(new WatchedCommand("bench", command(home, data, words), Map.of(), log))) {
            boolean ended = bench.awaitExit(AT_MOST);

            String told = Files.readString(log);
            assertThat(ended).as("ended in time: %s", told).isTrue();
            assertThat(bench.exitStatus()).as(told).isZero();
            assertThat(told).contains("aim at least 0.50").doesNotContain("Exception");
        }
        assertThat(data).isEmptyDirectory();
        return new ObjectMapper().readTree(json.toFile()).required("findings");
    }

    @Test
    void endedWhileItStartsItLeavesNothingBehind() throws IOException {
        Path home = Path.of("").toAbsolutePath().getParent();
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path data = Files.createDirectories(target.resolve("bench-ended"));
        Path log = target.resolve("bench-ended.log");
        Files.deleteIfExists(log);

        try (WatchedProcess bench = WatchedProcess.start(new WatchedCommand(
                "bench",
                command(
                        home,
                        data,
                        List.of("backbone", "--rounds=1", "--events=300", "--json=" + target.resolve("none.json"))),
                Map.of(),
                log))) {
            await("the broker").atMost(AT_MOST).until(() -> {
                try (Stream<Path> files = Files.walk(data, 2)) {
                    return files.anyMatch(file -> file.endsWith("kafka.log"));
                }
            });
            ProcessHandle.of(bench.pid()).orElseThrow().destroy();

            assertThat(bench.awaitExit(AT_MOST)).isTrue();
        }
        assertThat(data).isEmptyDirectory();
    }

    private static List<String> command(Path home, Path data, List<String> words) throws IOException {
        Path target = home.resolve("bench").resolve("target");
        String classPath = target.resolve("bench-0.1.0-SNAPSHOT.jar") + ":"
                + Files.readString(target.resolve("runtime.classpath"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dzhenggai.home=" + home,
                "-Dzhenggai.data=" + data,
                "-cp",
                classPath,
                "io.zhenggai.bench.BenchMain"));
        command.addAll(words);
        return command;
    }
}
