package io.zhenggai.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.zhenggai.embedded.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.zhenggai.gateway");

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.zhenggai.gateway");
    }

    @Test
    void rulesKnowNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("..routing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..")
                .check(GATEWAY);
        classes()
                .that()
                .haveSimpleNameStartingWith("Contract")
                .and()
                .doNotHaveSimpleName("ContractEndpoint")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson..", "io.zhenggai.gateway..", "org.jspecify..")
                .check(GATEWAY);
    }
}
