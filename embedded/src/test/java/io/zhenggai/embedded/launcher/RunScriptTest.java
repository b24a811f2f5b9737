package io.zhenggai.embedded.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunScriptTest {

    @Test
    void helpNamesEveryCommand() throws Exception {
        Outcome outcome = run("help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.output())
                .contains(
                        "up ",
                        "token ACCOUNT",
                        "replay",
                        "bench backbone",
                        "--json FILE",
                        "--fresh",
                        "--port-offset N");
    }

    @Test
    void whatIsUnknownIsRefusedBeforeAnythingIsBuilt() throws Exception {
        assertThat(run("down")).isEqualTo(new Outcome(2, "Unknown command down. See ./run help.\n"));
        assertThat(run("up", "--frsh")).isEqualTo(new Outcome(2, "Unknown option --frsh. See ./run help.\n"));
        assertThat(run("-x")).isEqualTo(new Outcome(2, "Unknown option -x. See ./run help.\n"));
    }

    private record Outcome(int status, String output) {}

    private static Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Path.of("..", "run").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
