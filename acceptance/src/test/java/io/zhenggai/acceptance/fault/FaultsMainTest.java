package io.zhenggai.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.embedded.launcher.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsMainTest {

    @Test
    void findsFaultsByTheirNames() {
        assertThat(FaultsMain.named("clock-jumps,backlog"))
                .extracting(Fault::name)
                .containsExactly("clock-jumps", "backlog");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "backlog,", "back-log"})
    void refusesANameThatNoFaultHas(String names) {
        assertThatThrownBy(() -> FaultsMain.named(names))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("There is no fault \"")
                .hasMessageContaining("clock-jumps");
    }
}
