package io.zhenggai.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** As {@code ./run fuzz} does, with 2,000 requests. */
@Order(56)
class FuzzTest {

    private static final long SEED = 1;
    private static final int FEW = 8;

    @Test
    void noRequestBreaksAnythingAndNoRefusalChangesAnything() throws Exception {
        Path module = Path.of("").toAbsolutePath();
        try (Fuzz fuzz = Fuzz.start(module.getParent(), module.resolve("target/fuzz"), System.out)) {
            Fuzz.Result result = fuzz.run(2_000, SEED);

            assertThat(result.isClean()).as(result + ", seed " + SEED).isTrue();
            assertThat(result.accepted())
                    .as("some must be what they should be: %s", result)
                    .isGreaterThan(200);
            assertThat(result.compared()).as("%s", result).isGreaterThan(500);
        }
    }
}
