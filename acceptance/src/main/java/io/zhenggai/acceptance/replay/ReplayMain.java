package io.zhenggai.acceptance.replay;

import io.zhenggai.acceptance.client.Client;
import io.zhenggai.embedded.system.LocalPorts;
import io.zhenggai.embedded.system.LocalSystem;
import io.zhenggai.embedded.system.LocalSystemConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./run replay}: exit status 0 when nothing is lost, doubled or wrong, 1 with the differences, 2 for wrong words. */
public final class ReplayMain {

    private ReplayMain() {}

    /** @param arguments {@code --fresh}, which is how every replay begins anyway, and {@code --port-offset N} */
    public static void main(String[] arguments) throws IOException {
        int offset = 0;
        List<String> words = new ArrayList<>(List.of(arguments));
        words.remove("--fresh");
        if (words.size() == 2
                && words.get(0).equals("--port-offset")
                && words.get(1).matches("\\d{1,5}")) {
            offset = Integer.parseInt(words.get(1));
            words.clear();
        }
        if (!words.isEmpty()) {
            System.err.println("Unknown words: " + String.join(" ", words) + ". See ./run help.");
            System.exit(2);
        }
        System.exit(replay(offset) ? 0 : 1);
    }

    private static boolean replay(int offset) throws IOException {
        LocalSystemConfig config = LocalSystemConfig.of(
                        Path.of(System.getProperty("zhenggai.home")),
                        Path.of(System.getProperty("zhenggai.data")),
                        LocalPorts.standard(offset))
                .beginningAnew()
                .withClockAt(Moment.of(Campaign2021.FIRST_DAY, 8).instant());
        try (LocalSystem system = LocalSystem.start(config);
                InputStream notice = ReplayMain.class.getResourceAsStream("/notice-2021-7.txt")) {
            String text = new String(notice.readAllBytes(), StandardCharsets.UTF_8);
            return new Replay(system, new Client(system.gatewayUrl(), system.token("province")), text, System.out)
                    .run();
        }
    }
}
