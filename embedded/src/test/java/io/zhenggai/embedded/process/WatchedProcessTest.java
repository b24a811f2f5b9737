package io.zhenggai.embedded.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedProcessTest {

    private static final List<String> ENDS_WHEN_ASKED = List.of("sleep", "600");
    private static final List<String> ENDS_ONLY_BY_FORCE =
            List.of("bash", "-c", "trap '' TERM; echo ready; while :; do read -t 1 < <(:) || sleep 0.2; done");

    @TempDir
    private Path directory;

    @Test
    void closingAsksTheProcessToEnd() {
        WatchedProcess process = WatchedProcess.start(command(ENDS_WHEN_ASKED, 30));
        assertThat(isRunning(process.pid())).isTrue();

        process.close();

        assertThat(isRunning(process.pid())).isFalse();
        assertThat(process.exitStatus()).isEqualTo(128 + 15);
    }

    @Test
    void aProcessThatDoesNotListenIsKilledWhenPatienceIsOver() {
        WatchedProcess process = WatchedProcess.start(command(ENDS_ONLY_BY_FORCE, 1));
        await().until(() -> process.lastLines(1).contains("ready"));

        process.close();

        assertThat(isRunning(process.pid())).isFalse();
        assertThat(process.exitStatus()).isEqualTo(128 + 9);
    }

    @Test
    void aSignalThatMeetsItsWatcherTooIsNoEndOfTheProcess() {
        try (WatchedProcess process = WatchedProcess.start(command(ENDS_ONLY_BY_FORCE, 1))) {
            await().until(() -> process.lastLines(1).contains("ready"));
            ProcessHandle.of(process.pid())
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow()
                    .destroy();

            assertThat(process.awaitExit(Duration.ofSeconds(1))).isFalse();
            process.close();

            assertThat(isRunning(process.pid())).isFalse();
            assertThat(process.exitStatus()).isEqualTo(128 + 9);
        }
    }

    @Test
    void killReachesTheProcessItself() {
        try (WatchedProcess process = WatchedProcess.start(command(ENDS_WHEN_ASKED, 30))) {
            process.kill();

            assertThat(isRunning(process.pid())).isFalse();
            assertThat(process.onExit().join()).isEqualTo(128 + 9);
        }
    }

    @Test
    void aFrozenProcessIsStillWatched() {
        try (WatchedProcess process = WatchedProcess.start(command(ENDS_WHEN_ASKED, 1))) {
            process.freeze();
            assertThat(process.awaitExit(Duration.ofSeconds(2))).isFalse();
            process.wake();
            assertThat(process.awaitExit(Duration.ofMillis(200))).isFalse();

            process.freeze();
            process.close();

            assertThat(isRunning(process.pid())).isFalse();
        }
    }

    @Test
    void whatIsKilledWhileItIsFrozenWasKilled() {
        try (WatchedProcess process = WatchedProcess.start(command(ENDS_WHEN_ASKED, 1))) {
            process.freeze();
            process.kill();

            assertThat(process.onExit().join()).isEqualTo(128 + 9);
        }
    }

    @Test
    void reportsStatusAndLastLinesOfAProcessThatEndsByItself() {
        try (WatchedProcess process = WatchedProcess.start(
                command(List.of("bash", "-c", "echo one; echo two; echo 三 >&2; exit $STATUS"), 30))) {
            assertThat(process.awaitExit(Duration.ofSeconds(10))).isTrue();

            assertThat(process.exitStatus()).isEqualTo(7);
            assertThat(process.lastLines(2)).containsExactly("two", "三");
        }
    }

    @Test
    void noOrphanStaysWhenTheJvmIsKilled() throws Exception {
        Process jvm = startParent(ENDS_ONLY_BY_FORCE);
        long child = childOf(jvm);
        assertThat(isRunning(child)).isTrue();

        jvm.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(10)).until(() -> !isRunning(child));
    }

    @Test
    void noOrphanStaysWhenTheWatcherIsKilledBeforeTheJvm() throws Exception {
        Process jvm = startParent(ENDS_WHEN_ASKED);
        long child = childOf(jvm);
        assertThat(isRunning(child)).isTrue();
        ProcessHandle.of(child).orElseThrow().parent().orElseThrow().destroyForcibly();

        jvm.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(10)).until(() -> !isRunning(child));
    }

    private Process startParent(List<String> command) throws Exception {
        List<String> arguments =
                new java.util.ArrayList<>(List.of(directory.resolve("child.log").toString()));
        arguments.addAll(command);
        return new ProcessBuilder(JavaProgram.mainClass(Parent.class, List.of(), arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long childOf(Process jvm) throws Exception {
        BufferedReader reader = jvm.inputReader(US_ASCII);
        return Long.parseLong(reader.readLine());
    }

    private WatchedCommand command(List<String> arguments, int patienceSeconds) {
        Path log = directory.resolve("process.log");
        return new WatchedCommand(
                "test", arguments, Map.of("STATUS", "7"), log, "TERM", Duration.ofSeconds(patienceSeconds));
    }

    /** A zombie that nobody has reaped yet has ended. */
    private static boolean isRunning(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return !Files.readString(status).replaceFirst(".*\\) ", "").startsWith("Z");
        } catch (java.io.IOException e) {
            return false;
        }
    }

    /** A JVM that starts a watched process, prints its id and then lives on, whatever becomes of that one. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            List<String> command = List.of(arguments).subList(1, arguments.length);
            WatchedProcess child = WatchedProcess.start(new WatchedCommand(
                    "child", command, Map.of(), Path.of(arguments[0]), "TERM", Duration.ofSeconds(1)));
            System.out.println(child.pid());
            new CountDownLatch(1).await(5, TimeUnit.MINUTES);
        }
    }
}
