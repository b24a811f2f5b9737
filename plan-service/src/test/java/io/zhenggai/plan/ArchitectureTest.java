package io.zhenggai.plan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.zhenggai.plan");

    @Test
    void featuresFormNoCycle() {
        slices().matching("io.zhenggai.plan.(*)..").should().beFreeOfCycles().check(SERVICE);
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
    void onlyServicesAndHandlersOpenTransactions() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Service")
                .and()
                .haveSimpleNameNotEndingWith("Handler")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Transactional.class)
                .check(SERVICE);
    }

    @Test
    void entitiesAndRepositoriesStayInTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(SERVICE);
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .bePackagePrivate()
                .check(SERVICE);
    }

    @Test
    void rulesKnowNoFramework() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Rules")
                .or()
                .haveSimpleNameEndingWith("Move")
                .or()
                .haveSimpleName("Coverage")
                .or()
                .haveSimpleName("ContentPreparation")
                .or()
                .haveSimpleName("Debtors")
                .or()
                .haveSimpleName("Filing")
                .or()
                .haveSimpleName("ReportFilings")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.zhenggai..", "org.jspecify..", "jakarta.validation..")
                .check(SERVICE);
    }

    @Test
    void nobodyTellsTheTimeOrPrints() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(SERVICE);
    }
}
