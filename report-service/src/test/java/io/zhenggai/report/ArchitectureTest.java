package io.zhenggai.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.zhenggai.report");

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.zhenggai.report.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void onlyResourcesKnowHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(SERVICE);
    }

    @Test
    void onlyServicesOpenTransactions() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Service")
                .should()
                .beAnnotatedWith(Transactional.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Transactional.class, QuarkusTransaction.class)
                .check(SERVICE);
    }

    @Test
    void entitiesAndRepositoriesStayInTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .notBePublic()
                .check(SERVICE);
    }

    @Test
    void rulesAndWordsKnowNoFramework() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Move")
                .or()
                .haveSimpleNameEndingWith("Status")
                .or()
                .haveSimpleNameEndingWith("Text")
                .or()
                .haveSimpleNameEndingWith("Texts")
                .or()
                .haveSimpleNameEndingWith("Words")
                .or()
                .haveSimpleNameEndingWith("Duty")
                .or()
                .haveSimpleName("Ranking")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.zhenggai.report..",
                        "io.zhenggai.kit.calendar..",
                        "io.zhenggai.kit.problem..",
                        "org.jspecify..")
                .check(SERVICE);
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
                .check(SERVICE);
    }
}
