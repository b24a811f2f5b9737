package io.zhenggai.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.embedded.process.QuietLog;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault once and small, on a system of their own: two replicas of every service under load. */
@Order(78)
class FaultsTest {

    private static final long SEED = 1;

    private static ReplicatedSystem system;

    @BeforeAll
    static void start() throws SQLException {
        QuietLog.begin();
        Path module = Path.of("").toAbsolutePath();
        system = ReplicatedSystem.start(module.getParent(), module.resolve("target/faults"), SEED);
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    static List<Fault> faults() {
        return Faults.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void everyCommittedChangeHasItsEffectOnceAndInOrder(Fault fault) {
        Comparison comparison = new Trial(system, Size.SMALL, System.out).of(fault);

        assertThat(comparison.differences()).isEmpty();
    }
}
