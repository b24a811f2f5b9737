package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.ledger.Issues.NOW;
import static io.zhenggai.issue.ledger.Issues.TODAY;
import static io.zhenggai.issue.ledger.Issues.assignment;
import static io.zhenggai.issue.testsupport.Callers.PROVINCE;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU;
import static io.zhenggai.issue.testsupport.Callers.inRole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** 谁交办、谁验收: who verifies an issue, by its source, who found it and who assigns it. */
class VerifierTest {

    @ParameterizedTest
    @CsvSource({
        "EVALUATION,PROVINCE,PROVINCE",
        "EVALUATION,OFFICE,PROVINCE",
        "PUBLIC_PAIN_POINT,PROVINCE,CITY",
        "PUBLIC_PAIN_POINT,OFFICE,CITY",
        "NATIONAL_CIRCULAR,PROVINCE,PROVINCE",
        "NATIONAL_CIRCULAR,OFFICE,PROVINCE",
        "PROVINCIAL_BRIEFING,PROVINCE,PROVINCE",
        "PROVINCIAL_BRIEFING,OFFICE,PROVINCE",
        "SYSTEM_SCORECARD,PROVINCE,PROVINCE",
        "SYSTEM_SCORECARD,OFFICE,PROVINCE",
        "HIDDEN_APPROVAL_CAMPAIGN,PROVINCE,PROVINCE",
        "HIDDEN_APPROVAL_CAMPAIGN,OFFICE,CITY",
        "MINI_PROGRAM,PROVINCE,CITY",
        "MINI_PROGRAM,OFFICE,CITY",
        "SELF_INSPECTION,PROVINCE,CITY",
        "SELF_INSPECTION,OFFICE,CITY",
        "OTHER_SUPERVISION,PROVINCE,PROVINCE",
        "OTHER_SUPERVISION,OFFICE,CITY"
    })
    void whoAssignsVerifiesUnlessTheSourceSaysOtherwise(IssueSource source, Role assigning, Level verifier) {
        Issue issue = Issues.registered(source, ZHENGZHOU);

        issue.assign(assignment(null), inRole(PROVINCE, assigning), TODAY, NOW);

        assertThat(issue.fields().verifier()).isEqualTo(verifier);
    }

    /** What it has found is its own to assign: a city that takes it up before keeps nothing from it. */
    @ParameterizedTest
    @CsvSource({
        "HIDDEN_APPROVAL_CAMPAIGN,PROVINCE",
        "HIDDEN_APPROVAL_CAMPAIGN,SYSTEM",
        "OTHER_SUPERVISION,PROVINCE",
        "OTHER_SUPERVISION,SYSTEM"
    })
    void whatTheProvinceHasFoundItVerifies(IssueSource source, Role registering) {
        Issue issue = Issues.registered(source, inRole(PROVINCE, registering));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> issue.reject(ZHENGZHOU));
        issue.assign(assignment(null), ZHENGZHOU, TODAY, NOW);

        assertThat(refusal.type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(issue.fields().verifier()).isEqualTo(Level.PROVINCE);
    }

    @ParameterizedTest
    @CsvSource({"PROVINCE,OFFICE,PROVINCE", "OFFICE,PROVINCE,"})
    void whatIsSplitOffIsWhoseTheWholeWas(Role registering, Role splitting, @Nullable Level verifier) {
        Issue whole = Issues.registered(IssueSource.OTHER_SUPERVISION, inRole(PROVINCE, registering));

        Issue part = new Issue(
                UUID.randomUUID(),
                new LedgerNumber(2021, "410100", 2),
                Issues.newIssue(IssueSource.OTHER_SUPERVISION, "410181", TODAY),
                Origin.split(whole.fields()),
                inRole(ZHENGZHOU, splitting),
                NOW);

        assertThat(part.fields().verifier()).isEqualTo(verifier);
    }

    @Test
    void whatTheProvinceHasAssignedItVerifiesWhenItComesBackToo() {
        Issue issue = Issues.registered(IssueSource.OTHER_SUPERVISION, ZHENGZHOU);
        issue.assign(assignment(null), PROVINCE, TODAY, NOW);
        Issues.asked(issue, RequestKind.REASSIGNMENT).reassign();

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> issue.reject(ZHENGZHOU));

        assertThat(refusal.type()).isEqualTo(ProblemType.FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(IssueSource.class)
    void onlyTheProvinceDepartsFromTheDefault(IssueSource source) {
        Level other = source.defaultVerifier(Role.OFFICE) == Level.CITY ? Level.PROVINCE : Level.CITY;
        Issue byCity = Issues.registered(source, ZHENGZHOU);
        Issue byProvince = Issues.registered(source, ZHENGZHOU);

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> byCity.assign(assignment(other), ZHENGZHOU, TODAY, NOW));
        byProvince.assign(assignment(other), PROVINCE, TODAY, NOW);

        assertThat(refusal.type()).isEqualTo(ProblemType.UNPROCESSABLE);
        assertThat(refusal.violations())
                .extracting(violation -> violation.field())
                .containsExactly("verifier");
        assertThat(byCity.fields().status()).isEqualTo(IssueStatus.REGISTERED);
        assertThat(byCity.fields().verifier()).isNull();
        assertThat(byProvince.fields().verifier()).isEqualTo(other);
    }
}
