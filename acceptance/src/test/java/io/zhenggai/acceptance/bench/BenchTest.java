package io.zhenggai.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.embedded.process.WatchedCommand;
import io.zhenggai.embedded.process.WatchedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** {@code ./run bench backbone}, as a process of its own: that it measures, never how fast. Each measure counts its effects itself. */
@Order(15)
class BenchTest {

    private static final Duration AT_MOST = Duration.ofMinutes(5);

    @Test
    void measuresEveryPartOfTheBackboneAndLeavesNothingBehind() throws IOException {
        Path home = Path.of("").toAbsolutePath().getParent();
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path data = target.resolve("bench");
        Path log = target.resolve("bench.log");
        Path json = target.resolve("bench.json");
        Files.deleteIfExists(log);
        Files.deleteIfExists(json);

        try (WatchedProcess bench = WatchedProcess.start(new WatchedCommand(
                "bench", command(home, data, "--rounds=1", "--events=300", "--json=" + json), Map.of(), log))) {
            boolean ended = bench.awaitExit(AT_MOST);

            String told = Files.readString(log);
            assertThat(ended).as("ended in time: %s", told).isTrue();
            assertThat(bench.exitStatus()).as(told).isZero();
            assertThat(told).contains("aim at least 0.50").doesNotContain("Exception");
        }
        JsonNode findings = new ObjectMapper().readTree(json.toFile()).required("findings");
        assertThat(findings.findValuesAsText("name"))
                .contains("sendingOneByOne", "sendingInBulk", "backlog", "reading", "latency");
        assertThat(findings.findValues("rounds"))
                .hasSizeGreaterThan(10)
                .allSatisfy(rounds -> assertThat(rounds.get(0).asDouble()).isPositive());
        assertThat(data).isEmptyDirectory();
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
                command(home, data, "--rounds=1", "--events=300", "--json=" + target.resolve("none.json")),
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

    private static List<String> command(Path home, Path data, String... options) throws IOException {
        Path target = home.resolve("bench").resolve("target");
        String classPath = target.resolve("bench-0.1.0-SNAPSHOT.jar") + ":"
                + Files.readString(target.resolve("runtime.classpath"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dzhenggai.home=" + home,
                "-Dzhenggai.data=" + data,
                "-cp",
                classPath,
                "io.zhenggai.bench.BenchMain",
                "backbone",
                options[0],
                options[1],
                options[2]);
    }
}
