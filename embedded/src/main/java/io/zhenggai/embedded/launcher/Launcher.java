package io.zhenggai.embedded.launcher;

import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.system.LocalPorts;
import io.zhenggai.embedded.system.LocalSystem;
import io.zhenggai.embedded.system.LocalSystemConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The main class behind {@code ./run up} and {@code ./run token}.
 *
 * <p>Exit status: 0 after Ctrl-C or SIGTERM, 1 when the system or the token could not be had, 2 for a command line that is
 * not understood. The system property {@code zhenggai.home} names the repository,
 * {@code zhenggai.data} where the system keeps its data.
 */
public final class Launcher {

    private final PrintStream out;
    private final AtomicInteger status = new AtomicInteger();

    private Launcher(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        Command.run(out -> run(CommandLine.parse(List.of(arguments)), out));
    }

    private static int run(CommandLine line, PrintStream out) {
        switch (line.command()) {
            case TOKEN -> out.println(new TokenRequest(LocalPorts.standard(line.portOffset())).token(line.account()));
            case UP -> new Launcher(out).up(line);
        }
        return 0;
    }

    private void up(CommandLine line) {
        long startedAt = System.nanoTime();
        Path home = Path.of(System.getProperty("zhenggai.home"));
        Path data = Path.of(System.getProperty("zhenggai.data"));
        LocalSystemConfig config = LocalSystemConfig.of(home, data, LocalPorts.standard(line.portOffset()));
        LocalSystem system = new LocalSystem(line.fresh() ? config.beginningAnew() : config, out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
        try {
            system.start();
        } catch (StartFailedException e) {
            // Everything is stopped already; the hook must not hide the failure behind its status 0.
            status.set(1);
            throw e;
        }
        system.supervise(out::println);
        out.println(Welcome.text(system, Duration.ofNanos(System.nanoTime() - startedAt), line.portOffset()));
        awaitTheEnd();
    }

    private void stop(LocalSystem system) {
        if (status.get() == 0) {
            out.println("Stopping.");
        }
        system.close();
        // Without this the JVM would end with the number of the signal, and a stop that was asked for is no failure.
        Runtime.getRuntime().halt(status.get());
    }

    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
