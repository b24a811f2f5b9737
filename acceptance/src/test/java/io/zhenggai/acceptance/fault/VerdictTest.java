package io.zhenggai.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.embedded.system.LocalService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a difference of each kind is seen: two events of one issue, and one that is not right. */
class VerdictTest {

    private static final UUID ID = UUID.fromString("01a21509-9db7-7bac-91f1-53075d807927");
    private static final UUID OTHER = UUID.fromString("01a21509-9db7-7bac-91f1-53075d807928");
    private static final Aggregate ISSUE = new Aggregate("issue", ID);
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final String DOCUMENT = "通报1";

    private final Deeds deeds = new Deeds();
    private final List<Watch.Appended> appended = new ArrayList<>();
    private final List<Findings.Sent> sent = new ArrayList<>();
    private final Map<LocalService, List<Watch.Effect>> effects = new HashMap<>();
    private final Map<UUID, Findings.Row> ledger = new HashMap<>();
    private final Map<String, String> owned = new HashMap<>();
    private final Map<String, String> shown = new HashMap<>();
    private final Map<String, Long> documents = new HashMap<>();
    private final Map<UUID, UUID> obligations = new HashMap<>();

    @BeforeEach
    void layOutWhatIsInOrder() {
        appended.add(new Watch.Appended(ISSUE, 1, FIRST, "issue.registered.v1"));
        appended.add(new Watch.Appended(ISSUE, 2, SECOND, "issue.assigned.v1"));
        appended.forEach(event -> sent.add(Findings.Sent.of(event)));
        Findings.CONSUMED.keySet().forEach(service -> effects.put(service, new ArrayList<>()));
        Findings.CONSUMED.forEach((service, types) -> {
            if (types.contains("issue")) {
                effects.get(service).add(new Watch.Effect(ISSUE, 1));
                effects.get(service).add(new Watch.Effect(ISSUE, 2));
            }
        });
        ledger.put(ID, new Findings.Row(2, "410300"));
        List.of(owned, shown).forEach(rows -> rows.put("FILING of " + ID, "(410300,2021-12-31)"));
        documents.put(DOCUMENT, 1L);
        deeds.registered(DOCUMENT, ID);
        deeds.did(ID);
    }

    @Test
    void whatIsInOrderHasNoDifference() {
        Comparison comparison = compare();

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.totals()).isEqualTo("0 lost, 0 doubled, 0 disordered");
        assertThat(comparison.counts())
                .contains("sent/committed 2/2", "report-service 1/1", "issues in the ledger 1/1", "owed 1/1");
        assertThat(comparison.isEqual()).isTrue();
    }

    @Test
    void anEventThatWasSentTwiceByItsIdIsNoDifference() {
        sent.add(sent.get(0));

        assertThat(compare().isEqual()).isTrue();
        assertThat(compare().counts()).contains("resent 1");
    }

    @Test
    void anEventThatWasNeverSentIsLost() {
        sent.remove(1);

        assertDifference("1 lost, 0 doubled, 0 disordered", "was never sent");
    }

    @Test
    void anEventThatWasNeverCommittedIsDoubled() {
        sent.add(new Findings.Sent(ISSUE, 2, new UUID(0, 3), "issue.assigned.v1"));

        assertDifference("0 lost, 1 doubled, 0 disordered", "never committed");
    }

    @Test
    void anEventThatWasSentWithAnotherVersionIsLostAndAnotherOneDoubled() {
        sent.set(1, new Findings.Sent(ISSUE, 3, SECOND, "issue.assigned.v1"));

        assertThat(compare().totals()).isEqualTo("1 lost, 1 doubled, 0 disordered");
    }

    @Test
    void anEventThatWasSentAsAnotherTypeIsLostAndAnotherOneDoubled() {
        sent.set(1, new Findings.Sent(ISSUE, 2, SECOND, "issue.closed.v1"));

        assertThat(compare().totals()).isEqualTo("1 lost, 1 doubled, 0 disordered");
    }

    @Test
    void eventsThatWereFirstSentTheWrongWayRoundAreDisordered() {
        sent.add(sent.remove(0));

        assertDifference("0 lost, 0 doubled, 1 disordered", "sent after a later one");
    }

    @Test
    void aVersionThatIsMissingInTheOutboxIsLost() {
        appended.remove(0);
        sent.remove(0);

        assertDifference("1 lost, 0 doubled, 0 disordered", "version 1 of issue " + ID + " was never committed");
    }

    @Test
    void anEffectThatDidNotComeIsLost() {
        effects.get(LocalService.NOTIFICATION).remove(1);

        assertDifference("1 lost, 0 doubled, 0 disordered", "stands at 1 in notification-service and not at 2");
    }

    @Test
    void anEffectThatCameTwiceIsDoubled() {
        effects.get(LocalService.PLAN).add(new Watch.Effect(ISSUE, 2));

        assertDifference("0 lost, 1 doubled, 0 disordered", "in plan-service had its effect again");
    }

    @Test
    void anEffectThatCameAfterALaterOneIsDisordered() {
        effects.get(LocalService.REPORT).add(new Watch.Effect(ISSUE, 1));

        assertDifference("0 lost, 0 doubled, 1 disordered", "in report-service had its effect after 2");
    }

    @Test
    void anEffectOfWhatWasNeverCommittedIsDoubled() {
        effects.get(LocalService.REPORT).add(new Watch.Effect(ISSUE, 3));

        assertDifference("0 lost, 1 doubled, 0 disordered", "stands at 3 in report-service and not at 2");
    }

    @Test
    void anEffectOfAnAggregateThatWasNeverCommittedIsDoubled() {
        effects.get(LocalService.REPORT).add(new Watch.Effect(new Aggregate("plan", OTHER), 1));

        assertDifference("0 lost, 1 doubled, 0 disordered", "of plan " + OTHER + " had its effect in report-service");
    }

    @Test
    void anEffectInAServiceThatIsNotToHearOfItIsDoubled() {
        effects.get(LocalService.ISSUE).add(new Watch.Effect(ISSUE, 2));

        assertDifference("0 lost, 1 doubled, 0 disordered", "had its effect in issue-service");
    }

    @Test
    void aRowThatIsMissingInAProjectionIsLost() {
        shown.clear();

        assertDifference("1 lost, 0 doubled, 0 disordered", "owed: (410300,2021-12-31) expected for FILING of " + ID);
    }

    @Test
    void aRowThatStandsOtherwiseThanItsOwnerHasItIsLost() {
        shown.put("FILING of " + ID, "(410300,2021-12-20)");

        assertDifference("1 lost, 0 doubled, 0 disordered", "(410300,2021-12-20) shown");
    }

    @Test
    void aRowThatItsOwnerHasNotIsDoubled() {
        shown.put("FILING of " + OTHER, "(410300,2021-12-31)");

        assertDifference(
                "0 lost, 1 doubled, 0 disordered", "FILING of " + OTHER + " is shown, and its owner has it not");
    }

    @Test
    void aCommandThatWasAnsweredAndIsNotInTheLedgerIsLost() {
        deeds.did(ID);

        assertDifference("1 lost, 0 doubled, 0 disordered", "commands to " + ID + ": 3 expected, 2 shown");
    }

    @Test
    void aRegistrationThatWasAnsweredAndIsNotThereIsLost() {
        deeds.registered("通报2", OTHER);

        assertThat(compare().totals()).startsWith("3 lost");
    }

    @Test
    void aRegistrationWithoutAnswerMayBeThereOrNotButNotTwice() {
        deeds.perhapsRegistered("通报2");
        assertThat(compare().isEqual()).isTrue();

        documents.put("通报2", 2L);
        assertThat(compare().differences()).anyMatch(line -> line.contains("通报2 was registered 2 times"));
    }

    @Test
    void aReportThatMovedNoObligationIsLost() {
        Aggregate report = new Aggregate("report", OTHER);
        appended.add(new Watch.Appended(report, 1, new UUID(0, 4), "report.submitted.v1"));
        sent.add(Findings.Sent.of(appended.get(2)));
        effects.get(LocalService.PLAN).add(new Watch.Effect(report, 1));
        obligations.put(OTHER, UUID.randomUUID());

        assertDifference("1 lost, 0 doubled, 0 disordered", "obligations that followed report " + OTHER);
    }

    @Test
    void whatWasLaidThereByHandIsNoDifference() {
        Aggregate parked = new Aggregate("issue", OTHER);
        appended.add(new Watch.Appended(parked, 1, new UUID(0, 5), "issue.registered.v1"));
        sent.add(new Findings.Sent(parked, 1, new UUID(0, 6), "issue.registered.v1"));

        assertThat(compare().totals()).isNotEqualTo("0 lost, 0 doubled, 0 disordered");
        assertThat(compare(Set.of(OTHER)).isEqual()).isTrue();
    }

    @Test
    void whatWasNotBroughtToItsEndIsADifferenceThoughAllCountsAgree() {
        Comparison comparison = compare();

        comparison.unfinished("the work left: not idle after 180 s");

        assertThat(comparison.isEqual()).isFalse();
        assertThat(comparison.totals()).isEqualTo("0 lost, 0 doubled, 0 disordered, 1 unfinished");
        assertThat(comparison.differences()).singleElement().asString().contains("not idle after 180 s");
    }

    private void assertDifference(String totals, String words) {
        Comparison comparison = compare();

        assertThat(comparison.totals()).isEqualTo(totals);
        assertThat(comparison.differences()).singleElement().asString().contains(words);
        assertThat(comparison.isEqual()).isFalse();
    }

    private Comparison compare() {
        return compare(Set.of());
    }

    private Comparison compare(Set<UUID> rubbish) {
        return Verdict.of(
                new Findings(
                        appended,
                        sent,
                        effects,
                        ledger,
                        List.of(new Projections.Stand("owed", owned, shown)),
                        Map.of(),
                        documents,
                        obligations),
                deeds,
                rubbish);
    }
}
