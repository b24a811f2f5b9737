package io.zhenggai.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessorTimeTest {

    private static final String COMPILER =
            "13444 (C2 CompilerThre) S 13440 13439 13439 0 -1 4194368 81 0 0 0 392 8 0 0 20 0 44 0 1";
    private static final String WORKER =
            "13444 (executor (7) C2) R 13440 13439 13439 0 -1 4194368 81 0 0 0 30 5 0 0 20 0";

    @Test
    void ticksAreThoseOfUserAndSystem() {
        assertThat(ProcessorTime.ticks(COMPILER)).isEqualTo(400);
        assertThat(ProcessorTime.ticks(WORKER)).isEqualTo(35);
    }

    @Test
    void compilersAreToldByTheirNames() {
        assertThat(ProcessorTime.isCompiler(COMPILER)).isTrue();
        assertThat(ProcessorTime.isCompiler(COMPILER.replace("C2 ", "C1 "))).isTrue();
        assertThat(ProcessorTime.isCompiler(WORKER)).isFalse();
    }

    @Test
    void theirShareIsOfWhatWasTakenSince() {
        ProcessorTime before = new ProcessorTime(100, Map.of("7", 40L, "8", 30L));

        assertThat(new ProcessorTime(200, Map.of("7", 50L, "8", 35L, "9", 5L)).compilersSince(before))
                .isEqualTo(0.2);
        assertThat(new ProcessorTime(200, Map.of("8", 40L)).compilersSince(before))
                .as("one of their threads has ended")
                .isEqualTo(0.1);
        assertThat(before.compilersSince(before)).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessHasTakenSome() throws Exception {
        assertThat(ProcessorTime.of(ProcessHandle.current().pid()).all()).isPositive();
    }
}
