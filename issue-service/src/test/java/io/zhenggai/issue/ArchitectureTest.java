package io.zhenggai.issue;

import io.zhenggai.embedded.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.zhenggai.issue");
    }
}
