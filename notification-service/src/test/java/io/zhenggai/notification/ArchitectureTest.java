package io.zhenggai.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.zhenggai.embedded.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.zhenggai.notification");

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.zhenggai.notification");
    }

    @Test
    void rulesOfRemindersKnowNoFramework() {
        classes()
                .that()
                .resideInAPackage("..planning..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.zhenggai.notification.planning..",
                        "io.zhenggai.kit.calendar..",
                        "io.zhenggai.kit.region..",
                        "org.jspecify..")
                .check(SERVICE);
    }

    @Test
    void onlyMailSpeaksSmtp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..mail..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(SERVICE);
    }

    @Test
    void repositoriesStayInTheirFeature() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .notBePublic()
                .check(SERVICE);
    }
}
