package io.zhenggai.acceptance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.embedded.process.JavaProgram;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.WatchedCommand;
import io.zhenggai.embedded.process.WatchedProcess;
import io.zhenggai.embedded.system.LocalPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** {@code ./run replay}, as a process of its own on ports and data of its own. It comes first: two systems at once are slow. */
@Order(10)
class ReplayTest {

    /**
     * Nine offices in time with a mail on four days, four that are returned on seven, two late on fifteen and one to the head,
     * two that never do on sixteen and four to the head; and the province on nineteen days.
     */
    private static final int MAILS = 9 * 4 + 4 * 7 + 2 * (15 + 1) + 2 * (16 + 4) + 19;

    private static final Duration AT_MOST = Duration.ofMinutes(8);

    @Test
    void playsTheCampaignAndFindsNothingLostDoubledOrWrong() throws IOException {
        Path home = Path.of("").toAbsolutePath().getParent();
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path log = target.resolve("replay.log");
        Files.deleteIfExists(log);
        List<String> options = List.of(
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dzhenggai.home=" + home,
                "-Dzhenggai.data=" + target.resolve("replay"));
        List<String> words = List.of("--fresh", "--port-offset", Integer.toString(freeOffset()));

        try (WatchedProcess replay = WatchedProcess.start(
                new WatchedCommand("replay", JavaProgram.mainClass(ReplayMain.class, options, words), Map.of(), log))) {
            boolean ended = replay.awaitExit(AT_MOST);

            String told = Files.readString(log);
            assertThat(ended).as("ended in time: %s", told).isTrue();
            assertThat(told.strip().lines().reduce((first, second) -> second))
                    .as(told)
                    .contains("replay: 216 issues, " + MAILS + " mails, 0 lost, 0 doubled, 0 wrong");
            assertThat(replay.exitStatus()).isZero();
        }
    }

    private static int freeOffset() {
        return ThreadLocalRandom.current()
                .ints(1_000, 20_000)
                .filter(offset -> ports(LocalPorts.standard(offset)).allMatch(LoopbackPorts::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static IntStream ports(LocalPorts ports) {
        Stream<Integer> servers = Stream.of(ports.identity(), ports.smtp(), ports.postgres(), ports.kafka());
        return Stream.concat(ports.services().values().stream().flatMap(List::stream), servers)
                .mapToInt(Integer::intValue);
    }
}
