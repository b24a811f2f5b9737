package io.zhenggai.embedded.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemTest {

    @TempDir
    private Path directory;

    private Path home;
    private Path dies;
    private LocalSystemConfig config;

    @BeforeEach
    void configure() {
        home = directory.resolve("home");
        dies = directory.resolve("dies");
        config = LocalSystemConfig.of(home, directory.resolve("data"), LocalPorts.free())
                .withJvmOptions(List.of("-Xmx32m", "-XX:+UseSerialGC", "-Ddies=" + dies))
                .withClockAt(Instant.parse("2021-10-19T00:00:00Z"));
    }

    @Test
    void startsStepsKillsAndRestartsAndLeavesNothingListening() throws Exception {
        StandInService.buildAll(home);
        List<String> lines = new CopyOnWriteArrayList<>();

        try (LocalSystem system = LocalSystem.start(config)) {
            assertThat(clock(system, LocalService.ISSUE)).isEqualTo("2021-10-19T00:00:00Z");
            system.setClock(Instant.parse("2021-10-31T15:59:59Z"));
            assertThat(clock(system, LocalService.NOTIFICATION)).isEqualTo("{\"now\":\"2021-10-31T15:59:59Z\"}");
            system.awaitIdle(Duration.ofSeconds(5));
            assertThat(system.token("office:410100")).contains(".");
            assertThat(system.receivedMails()).isEmpty();

            system.kill(LocalService.PLAN);
            assertThat(LoopbackPorts.isFree(config.ports().of(LocalService.PLAN)))
                    .isTrue();
            system.restart(LocalService.PLAN);
            assertThat(clock(system, LocalService.PLAN)).isEqualTo("2021-10-31T15:59:59Z");

            system.supervise(lines::add);
            ProcessHandle.of(system.processId(LocalService.REPORT))
                    .orElseThrow()
                    .destroyForcibly();
            await().until(() -> lines.size() == 1);
            assertThat(lines.get(0))
                    .startsWith("report-service ended with status 137; see ")
                    .endsWith("It is started again in 1 s.");
            await().until(() -> !LoopbackPorts.isFree(config.ports().of(LocalService.REPORT)));
        }

        assertThat(config.ports().areFree()).isTrue();
    }

    @Test
    void twoReplicasOfAServiceComeAndGoByThemselves() throws Exception {
        StandInService.buildAll(home);
        LocalPorts ports = LocalPorts.free(2);
        LocalSystemConfig replicated = LocalSystemConfig.of(home, directory.resolve("data"), ports)
                .withJvmOptions(config.jvmOptions())
                .withClockAt(Instant.parse("2021-10-19T00:00:00Z"));
        Replica second = new Replica(LocalService.PLAN, 2);

        try (LocalSystem system = LocalSystem.start(replicated)) {
            assertThat(system.replicas()).hasSize(10).contains(second);
            system.setClock(Instant.parse("2021-10-20T00:00:00Z"));
            system.stop(second);
            assertThat(LoopbackPorts.isFree(ports.of(second))).isTrue();
            assertThat(LoopbackPorts.isFree(ports.of(LocalService.PLAN))).isFalse();
            system.restart(second);
            assertThat(clock(system.url(second))).isEqualTo("2021-10-20T00:00:00Z");
            assertThat(system.logDirectory().resolve("plan-service-2.log")).exists();
            try (Connection database = system.openDatabase(LocalService.PLAN)) {
                assertThat(database.getCatalog()).isEqualTo("plans");
            }
        }

        assertThat(ports.areFree()).isTrue();
    }

    @Test
    void aServiceThatDiesAtItsStartEndsEverythingAndShowsItsLastLines() throws Exception {
        StandInService.buildAll(home);
        Files.createFile(dies);

        assertThatThrownBy(() -> LocalSystem.start(config))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith("plan-service ended with status 3 while it was starting.")
                .hasMessageContaining("plan-service.log")
                .hasMessageEndingWith("relation \"plan\" does not exist");
        assertThat(config.ports().areFree()).isTrue();
    }

    @Test
    void aTakenPortIsNamedWithWhoNeedsItAndNothingIsStarted() throws Exception {
        StandInService.buildAll(home);
        int taken = config.ports().of(LocalService.REPORT);

        try (ServerSocket socket = new ServerSocket(taken, 1, InetAddress.getByName(LoopbackPorts.HOST))) {
            assertThat(socket.isBound()).isTrue();
            assertThatThrownBy(() -> LocalSystem.start(config))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageStartingWith("Port " + taken + " is taken, and report-service needs it;")
                    .hasMessageContaining("--port-offset");
        }
        assertThat(config.data().resolve("postgres")).doesNotExist();
    }

    @Test
    void aServiceThatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> LocalSystem.start(config))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith("issue-service is not built: ")
                .hasMessageContaining("quarkus-run.jar");
    }

    private static String clock(LocalSystem system, LocalService service) throws IOException, InterruptedException {
        return clock(system.serviceUrl(service));
    }

    private static String clock(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/internal/clock"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
