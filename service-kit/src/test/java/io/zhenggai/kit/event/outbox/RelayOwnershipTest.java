package io.zhenggai.kit.event.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhenggai.embedded.test.Infrastructure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RelayOwnershipTest {

    /** A database that no service of this JVM uses. */
    private static final String DATABASE = "reports";

    @BeforeAll
    static void start() {
        Infrastructure.start();
    }

    @Test
    void onlyOneOwnsAndTheNextOneTakesOverAtItsEnd() throws SQLException {
        RelayOwnership first = take().orElseThrow();
        assertThat(take()).isEmpty();

        first.close();

        try (RelayOwnership second = take().orElseThrow()) {
            assertThat(second.connection().isValid(1)).isTrue();
        }
    }

    @Test
    void anOwnerThatStopsTalkingLosesIt() throws SQLException {
        RelayOwnership frozen = take().orElseThrow();
        frozen.begin();

        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    Optional<RelayOwnership> taken = take();
                    if (taken.isPresent()) {
                        taken.get().close();
                    }
                    return taken.isPresent();
                });

        assertThat(frozen.connection().isValid(1)).isFalse();
    }

    private static Optional<RelayOwnership> take() throws SQLException {
        Infrastructure infrastructure = Infrastructure.current();
        return RelayOwnership.tryTake(infrastructure.jdbcUrl(DATABASE), DATABASE, infrastructure.password(DATABASE));
    }
}
