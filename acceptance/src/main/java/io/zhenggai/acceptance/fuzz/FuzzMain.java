package io.zhenggai.acceptance.fuzz;

import io.zhenggai.embedded.launcher.Command;
import io.zhenggai.embedded.launcher.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./run fuzz}: exit status 0 when nothing is to be mended, 1 with the findings or when it could not be started, 2 for wrong words. */
public final class FuzzMain {

    private FuzzMain() {}

    /** @param arguments {@code --requests N} and {@code --seed N}, each once at the most */
    public static void main(String[] arguments) throws Exception {
        Command.run(out -> {
            Options options = Options.parse(List.of(arguments), Set.of("--requests", "--seed"), Set.of());
            options.requireWords(0, "fuzz takes no further words");
            int requests = options.number("--requests", 20_000, 1, 10_000_000);
            int seed = options.number("--seed", 1, 0, Integer.MAX_VALUE);
            out.printf("Starting the system; %d requests from seed %d.%n", requests, seed);
            try (Fuzz fuzz = Fuzz.start(
                    Path.of(System.getProperty("zhenggai.home")), Path.of(System.getProperty("zhenggai.data")), out)) {
                Fuzz.Result result = fuzz.run(requests, seed);
                result.done().forEach(operation -> out.println("done: " + operation));
                out.println(result);
                return result.isClean() ? 0 : 1;
            }
        });
    }
}
