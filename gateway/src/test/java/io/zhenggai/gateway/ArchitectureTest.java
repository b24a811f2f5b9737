package io.zhenggai.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.zhenggai.gateway");

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.zhenggai.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
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

    @Test
    void timeIsToldByNobodyAndNothingIsPrinted() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(GATEWAY);
    }
}
