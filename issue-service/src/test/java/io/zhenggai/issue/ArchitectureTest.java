package io.zhenggai.issue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.zhenggai.embedded.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.zhenggai.issue");

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.zhenggai.issue", "upload");
    }

    @Test
    void rulesAndFilesAreJudgedByPlainJava() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.ledger\\.(Registration|Reliance|Likeness|OnTheSpotRules|TakeOverRules|TakenOver|IssueMove|LedgerNumber|NumberRanges|SourceKey|Stripped)")
                .or()
                .haveNameMatching(".*\\.delivery\\.(DeliveryPlan|SourceItemProposal|Delivered|Deliverer)")
                .or()
                .haveNameMatching(".*\\.intake\\.(?!Import).*")
                .or()
                .haveNameMatching(
                        ".*\\.supervision\\.(Supervision|SupervisionRules|SupervisionText|SupervisionMove|Route|Step)")
                .or()
                .haveNameMatching(".*\\.lookback\\.(Draw|SampleSize|Lot|LookBackRules|LookBackCounts|Share)")
                .or()
                .haveNameMatching(".*\\.paper\\.(?!.*(Resource|Service)).*")
                .or()
                .haveNameMatching(
                        ".*\\.evidence\\.(ByteRange|ContentDisposition|ContentSample|FileKind|FileName|Signature|UploadedFile)")
                .or()
                .haveNameMatching(".*\\.sheet\\..*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..", "io.vertx..", "io.agroal..", "jakarta..", "java.sql..", "org.hibernate..")
                .check(SERVICE);
    }
}
