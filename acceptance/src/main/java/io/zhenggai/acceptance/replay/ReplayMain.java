package io.zhenggai.acceptance.replay;

import io.zhenggai.acceptance.client.Client;
import io.zhenggai.embedded.launcher.Command;
import io.zhenggai.embedded.launcher.Options;
import io.zhenggai.embedded.system.LocalPorts;
import io.zhenggai.embedded.system.LocalSystem;
import io.zhenggai.embedded.system.LocalSystemConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * {@code ./run replay}: exit status 0 when nothing is lost, doubled or wrong, 1 with the differences or when it
 * could not be started, 2 for wrong words.
 */
public final class ReplayMain {

    private ReplayMain() {}

    /** @param arguments {@code --fresh}, which is how every replay begins anyway, and {@code --port-offset N} */
    public static void main(String[] arguments) throws Exception {
        Command.run(out -> {
            Options options = Options.parse(List.of(arguments), Set.of("--port-offset"), Set.of("--fresh"));
            options.requireWords(0, "replay takes no further words");
            int offset = options.number("--port-offset", 0, 0, LocalPorts.LARGEST_OFFSET);
            return replay(offset, out) ? 0 : 1;
        });
    }

    private static boolean replay(int offset, PrintStream out) {
        LocalSystemConfig config = LocalSystemConfig.of(
                        Path.of(System.getProperty("zhenggai.home")),
                        Path.of(System.getProperty("zhenggai.data")),
                        LocalPorts.standard(offset))
                .beginningAnew()
                .withClockAt(Moment.of(Campaign2021.FIRST_DAY, 8).instant());
        try (LocalSystem system = LocalSystem.start(config)) {
            return new Replay(system, new Client(system.gatewayUrl(), system.token("province")), out).run();
        }
    }
}
