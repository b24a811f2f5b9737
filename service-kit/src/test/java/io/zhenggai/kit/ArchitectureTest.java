package io.zhenggai.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.zhenggai.embedded.test.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String BAD_HOUSE = "io.zhenggai.kit.testsupport.badhouse";

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.zhenggai.kit", "http", "idempotency", "json", "problem", "event");
    }

    @Test
    void eachRuleIsNoticedWhereItIsBroken() {
        List<String> broken =
                new ArchitectureRules(BAD_HOUSE, new ClassFileImporter().importPackages(BAD_HOUSE)).broken();

        assertThat(broken).hasSize(7);
        assertThat(broken.get(0)).contains("free of cycles");
        assertThat(broken.get(1))
                .contains("only *Resource knows", "Meddler.answer")
                .doesNotContain("FineResource");
        assertThat(broken.get(2)).contains("open transactions", "Meddler.answer");
        assertThat(broken.get(3)).contains("another's entity or repository", "Meddler.things");
        assertThat(broken.get(4))
                .contains("only RealTime reads", "Instant.now()")
                .doesNotContain("LocalDate.now");
        assertThat(broken.get(5)).contains("injected into fields", "Meddler.things");
        assertThat(broken.get(6))
                .contains("every POST of the API", "ForgetfulResource.forget()")
                .doesNotContain("ForgetfulResource.remember()");
    }

    @Test
    void aMistypedPackageIsNoSuccess() {
        assertThatThrownBy(() -> ArchitectureRules.check("io.zhenggai.nowhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
