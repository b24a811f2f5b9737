package io.zhenggai.plan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.zhenggai.embedded.test.ArchitectureRules;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.zhenggai.plan");

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.zhenggai.plan");
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
    void noticesAreReadWithoutFramework() {
        classes()
                .that()
                .resideInAPackage("io.zhenggai.plan.notice..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.zhenggai.kit.problem..",
                        "io.zhenggai.kit.region..",
                        "io.zhenggai.plan.campaign..",
                        "io.zhenggai.plan.notice..",
                        "io.zhenggai.plan.obligation..")
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
}
