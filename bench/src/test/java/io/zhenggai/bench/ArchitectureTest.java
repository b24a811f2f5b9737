package io.zhenggai.bench;

import io.zhenggai.embedded.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    /** The measuring program prints, and opens transactions of its own; the load program is a service like any other. */
    @Test
    void theLoadProgramKeepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.zhenggai.bench.load");
    }
}
