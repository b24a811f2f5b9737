package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.ledger.Issues.TODAY;
import static io.zhenggai.issue.ledger.Issues.newIssue;
import static io.zhenggai.issue.testsupport.Callers.GONGYI;
import static io.zhenggai.issue.testsupport.Callers.KAIFENG;
import static io.zhenggai.issue.testsupport.Callers.PROVINCE;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_HOUSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationTest {

    private static final Regions REGIONS = Regions.ofHenan();
    private static final Campaign CAMPAIGN = new Campaign(
            OtherServices.CAMPAIGN_2021,
            "2021年河南省办理建筑许可整改提升工作方案",
            2021,
            LocalDate.of(2021, 10, 19),
            LocalDate.of(2021, 12, 31),
            Set.of("SYSTEM_SCORECARD", "SELF_INSPECTION", "PUBLIC_PAIN_POINT"));

    @Test
    void whatKeepsTheRulesIsRegistered() {
        assertThat(by(ZHENGZHOU).check(newIssue(IssueSource.SYSTEM_SCORECARD))).isEmpty();
    }

    @Test
    void aCampaignThatIsNotPublishedIsNamed() {
        Registration rules = new Registration(REGIONS, Optional.empty(), PROVINCE, TODAY);

        assertThat(rules.check(newIssue(IssueSource.SYSTEM_SCORECARD)))
                .extracting(Violation::field)
                .containsExactly("campaignId");
    }

    @ParameterizedTest
    @CsvSource({"2021-12-31,false", "2022-01-01,true"})
    void aCampaignThatHasEndedTakesNoNewIssues(LocalDate today, boolean over) {
        Registration rules = new Registration(REGIONS, Optional.of(CAMPAIGN), PROVINCE, today);

        assertThat(rules.brokenCampaign().isPresent()).isEqualTo(over);
        assertThat(rules.check(newIssue(IssueSource.SYSTEM_SCORECARD)))
                .extracting(violation -> violation.message().zh())
                .isEqualTo(over ? List.of("该整改行动已于 2021-12-31 结束，不再登记新问题") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"2021-12-31,true", "2022-01-01,false", "2021-03-01,true"})
    void aSourceIsNotOfATimeBehindTheCampaignButMayBeOlder(LocalDate dated, boolean right) {
        Registration rules = new Registration(REGIONS, Optional.of(CAMPAIGN), PROVINCE, LocalDate.of(2022, 1, 4));

        assertThat(rules.check(newIssue(IssueSource.SYSTEM_SCORECARD, "410100", dated)))
                .filteredOn(violation -> violation.field().equals("sourceItem.dated"))
                .extracting(violation -> violation.message().zh())
                .isEqualTo(right ? List.of() : List.of("来源日期须在 1990-01-01 至整改行动结束日（2021-12-31）之间，请核对"));
    }

    @ParameterizedTest
    @CsvSource({"410000", "419999", "999999", "000000", "ABCDEF", "41010", "4101000", "410200", "410221"})
    void aForeignRegionReadsLikeOneThatIsNone(String region) {
        List<Violation> broken = by(ZHENGZHOU).check(newIssue(IssueSource.SYSTEM_SCORECARD, region, TODAY));

        assertThat(broken).containsExactly(Registration.unknownRegion());
    }

    @Test
    void everybodyRegistersWithinTheirRegion() {
        NewIssue inCounty = newIssue(IssueSource.SELF_INSPECTION, "410181", TODAY);
        NewIssue inCity = newIssue(IssueSource.SELF_INSPECTION, "410100", TODAY);

        assertThat(by(PROVINCE).check(inCounty)).isEmpty();
        assertThat(by(ZHENGZHOU).check(inCounty)).isEmpty();
        assertThat(by(ZHENGZHOU_HOUSING).check(inCounty)).isEmpty();
        assertThat(by(GONGYI).check(inCounty)).isEmpty();
        assertThat(by(GONGYI).check(inCity)).containsExactly(Registration.unknownRegion());
        assertThat(by(KAIFENG).check(inCounty)).containsExactly(Registration.unknownRegion());
    }

    @ParameterizedTest
    @EnumSource(
            value = IssueSource.class,
            names = {"SYSTEM_SCORECARD", "PUBLIC_PAIN_POINT"})
    void countiesAndDepartmentsRegisterWhatTheyFoundThemselvesOnly(IssueSource source) {
        assertThat(by(GONGYI).check(newIssue(source, "410181", TODAY)))
                .extracting(Violation::field)
                .containsExactly("sourceItem.source");
        assertThat(by(ZHENGZHOU_HOUSING).check(newIssue(source)))
                .extracting(Violation::field)
                .containsExactly("sourceItem.source");
        assertThat(by(ZHENGZHOU).check(newIssue(source))).isEmpty();
    }

    @Test
    void aSystemRegistersInTheWholeProvinceWhatComesOfItsSources() {
        Caller system = new Caller(
                "system:x",
                "审批管理系统",
                Role.SYSTEM,
                "410000",
                Optional.of("x"),
                Set.of("issues:write", "source:SYSTEM_SCORECARD"));

        assertThat(by(system).check(newIssue(IssueSource.SYSTEM_SCORECARD))).isEmpty();
        assertThat(by(system).check(newIssue(IssueSource.SYSTEM_SCORECARD, "410221", TODAY)))
                .isEmpty();
        assertThat(by(system).check(newIssue(IssueSource.PUBLIC_PAIN_POINT)))
                .extracting(violation -> violation.message().zh())
                .containsExactly("该系统未获准登记这一来源的问题");
    }

    @Test
    void aSourceThatTheCampaignDoesNotHaveIsRefused() {
        assertThat(by(PROVINCE).check(newIssue(IssueSource.EVALUATION)))
                .extracting(Violation::field)
                .containsExactly("sourceItem.source");
    }

    @ParameterizedTest
    @EnumSource(IssueSource.class)
    void someSourcesNeedADocumentNumber(IssueSource source) {
        Campaign withAll = new Campaign(
                CAMPAIGN.id(), CAMPAIGN.title(), 2021, CAMPAIGN.starts(), CAMPAIGN.ends(), Set.of(source.name()));
        NewIssue issue = withoutDocument(source, " \u3000");

        List<Violation> broken = new Registration(REGIONS, Optional.of(withAll), PROVINCE, TODAY).check(issue);

        assertThat(broken)
                .extracting(Violation::field)
                .isEqualTo(source.needsDocument() ? List.of("sourceItem.documentNumber") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"2021-10-20,true", "2021-10-21,false", "1990-01-01,true", "1989-12-31,false", "0021-10-18,false"})
    void aSourceIsNotOfTheFutureNorOfAnotherAge(LocalDate dated, boolean right) {
        List<Violation> broken = by(ZHENGZHOU).check(newIssue(IssueSource.SYSTEM_SCORECARD, "410100", dated));

        assertThat(broken).extracting(Violation::field).isEqualTo(right ? List.of() : List.of("sourceItem.dated"));
    }

    @Test
    void aSourceNeedsNoDate() {
        assertThat(by(ZHENGZHOU).check(newIssue(IssueSource.SYSTEM_SCORECARD, "410100", null)))
                .isEmpty();
    }

    @Test
    void everyBrokenRuleIsNamed() {
        NewIssue issue = new NewIssue(
                UUID.randomUUID(),
                "419999",
                "描述",
                Category.TIME,
                Severity.GENERAL,
                new SourceItem(IssueSource.EVALUATION, null, null, TODAY.plusDays(1), null));

        assertThat(by(PROVINCE).check(issue))
                .extracting(Violation::field)
                .containsExactly("region", "sourceItem.source", "sourceItem.documentNumber", "sourceItem.dated");
    }

    @Test
    void blanksAreNoTextWhateverTheirScript() {
        NewIssue issue = withoutDocument(IssueSource.SELF_INSPECTION, "\u00A0\u3000\u200B");

        assertThat(issue.sourceItem().documentNumber()).isNull();
        assertThat(new Opinion("\u3000 \u200B").opinion()).isNull();
        assertThat(Stripped.of("\uFEFF 郑州 市\u3000")).isEqualTo("郑州 市");
    }

    @Test
    void withoutADocumentTheWordsTellOneItemFromAnother() {
        NewIssue once = withoutDocument(IssueSource.SELF_INSPECTION, null);
        NewIssue again = withoutDocument(IssueSource.SELF_INSPECTION, "");
        NewIssue documented = newIssue(IssueSource.SELF_INSPECTION);

        assertThat(SourceKey.of(once)).isEqualTo(SourceKey.of(again)).isNotEqualTo(SourceKey.of(documented));
        assertThat(SourceKey.of(documented).description()).isNull();
    }

    @Test
    void withoutAnItemNumberTheDescriptionTellsOneItemOfADocumentFromAnother() {
        SourceKey one = key("通报第9号", null, "联合验收未统一受理");

        assertThat(key("通报第9号", " ", "联合验收 未统一受理")).isEqualTo(one);
        assertThat(key("通报第9号", null, "施工许可核发超时")).isNotEqualTo(one);
        assertThat(key("通报第8号", null, "联合验收未统一受理")).isNotEqualTo(one);
        assertThat(key("通报第9号", "1", "联合验收未统一受理")).isNotEqualTo(one);
        assertThat(key("通报第9号", "1", "施工许可核发超时")).isEqualTo(key("通报第9号", "1", "联合验收未统一受理"));
    }

    @Test
    void fullAndHalfWidthAreOneAndBlanksAreNone() {
        SourceKey one = key("通报第9号", "1(2)", "描述");

        assertThat(key("通报第９ 号", "１（２）", "描述")).isEqualTo(one);
        assertThat(key("通报第９ 号", "１（２）", "描述").digest()).isEqualTo(one.digest()).hasSize(64);
        assertThat(key("通报第9号", null, "ＢＩＭ审查，１次").digest())
                .isEqualTo(key("通报第9号", null, "BIM\n审查,1次").digest());
    }

    private static SourceKey key(String document, @Nullable String item, String description) {
        return SourceKey.of(new NewIssue(
                CAMPAIGN.id(),
                "410100",
                description,
                Category.TIME,
                Severity.GENERAL,
                new SourceItem(IssueSource.NATIONAL_CIRCULAR, document, item, TODAY, null)));
    }

    private static NewIssue withoutDocument(IssueSource source, String documentNumber) {
        return new NewIssue(
                CAMPAIGN.id(),
                "410100",
                "施工许可核发超过承诺时限",
                Category.TIME,
                Severity.GENERAL,
                new SourceItem(source, documentNumber, null, TODAY, null));
    }

    private static Registration by(Caller caller) {
        return new Registration(REGIONS, Optional.of(CAMPAIGN), caller, TODAY);
    }
}
