package io.zhenggai.issue.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.ledger.Relapse;
import io.zhenggai.issue.ledger.SourceItem;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookBackRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 11, 15);
    private static final LocalDate DRAWN_ON = LocalDate.of(2021, 11, 10);
    private static final LocalDate DEADLINE = LocalDate.of(2021, 12, 31);
    private static final Relapse RELAPSE =
            new Relapse(null, null, new SourceItem(IssueSource.SELF_INSPECTION, null, null, null, null));

    @Test
    void whatWasClosedUpToTodayMayBeDrawnFrom() {
        assertThat(broken(wanted(TODAY, TODAY, List.of("410100", "410181", "419001"), 1, null)))
                .isEmpty();
        assertThat(broken(wanted(TODAY, TODAY.plusDays(1), List.of(), 1, null))).containsExactly("closedTo");
        assertThat(broken(wanted(TODAY, TODAY.minusDays(1), List.of(), 1, null)))
                .containsExactly("closedFrom");
    }

    @Test
    void eitherSizeOrPercentageIsNeeded() {
        assertThat(broken(wanted(TODAY, TODAY, List.of(), null, 10))).isEmpty();
        assertThat(broken(wanted(TODAY, TODAY, List.of(), null, null))).containsExactly("size");
        assertThat(broken(wanted(TODAY, TODAY, List.of(), 10, 10))).containsExactly("size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"410000", "000000", "419900", "110100"})
    void namesTheRegionThatIsNone(String region) {
        assertThat(broken(wanted(TODAY, TODAY, List.of("410100", region), 1, null)))
                .containsExactly("regions[1]");
    }

    @Test
    void isInspectedBetweenTheDrawAndToday() {
        assertThat(broken(held(DRAWN_ON), true)).isEmpty();
        assertThat(broken(held(TODAY), true)).isEmpty();
        assertThat(broken(held(DRAWN_ON.minusDays(1)), true)).containsExactly("checkedOn");
        assertThat(broken(held(TODAY.plusDays(1)), true)).containsExactly("checkedOn");
    }

    @ParameterizedTest
    @EnumSource(
            value = LookBackFinding.class,
            names = {"INCOMPLETE", "FALSE"})
    void whatIsRevokedHasADeadline(LookBackFinding finding) {
        assertThat(broken(result(finding, DEADLINE, null, null), true)).isEmpty();
        assertThat(broken(result(finding, null, null, null), true)).containsExactly("deadline");
    }

    /** It was revoked by somebody else since it was drawn, who set another deadline. */
    @ParameterizedTest
    @EnumSource(
            value = LookBackFinding.class,
            names = {"INCOMPLETE", "FALSE"})
    void whatDoesNotStandAnyMoreIsNotRevokedAgain(LookBackFinding finding) {
        assertThat(broken(result(finding, null, null, null), false)).isEmpty();
        assertThat(broken(result(finding, DEADLINE, null, null), false)).containsExactly("deadline");
    }

    @Test
    void whatHoldsHasNoDeadlineAndHasNotComeBack() {
        assertThat(broken(result(LookBackFinding.TRUE, DEADLINE, "ZG2021-410100-0001", RELAPSE), true))
                .containsExactly("deadline", "recurrence", "relapse");
    }

    @Test
    void whatHasComeBackIsRegisteredOnce() {
        assertThat(broken(result(LookBackFinding.RELAPSED, null, "ZG2021-410100-0001", null), true))
                .isEmpty();
        assertThat(broken(result(LookBackFinding.RELAPSED, null, null, RELAPSE), true))
                .isEmpty();
        assertThat(broken(result(LookBackFinding.RELAPSED, null, null, null), true))
                .containsExactly("recurrence");
        assertThat(broken(result(LookBackFinding.RELAPSED, null, "ZG2021-410100-0001", RELAPSE), true))
                .containsExactly("recurrence");
    }

    private static NewLookBack wanted(
            LocalDate from, LocalDate to, List<String> regions, @Nullable Integer size, @Nullable Integer percentage) {
        return new NewLookBack(UUID.randomUUID(), from, to, regions, null, null, size, percentage, null);
    }

    private static LookBackResult held(LocalDate checkedOn) {
        return new LookBackResult("1", LookBackFinding.TRUE, "属实", checkedOn, "李督查", null, null, null);
    }

    private static LookBackResult result(
            LookBackFinding finding,
            @Nullable LocalDate deadline,
            @Nullable String recurrence,
            @Nullable Relapse relapse) {
        return new LookBackResult("1", finding, "现场核查", TODAY, "李督查", deadline, recurrence, relapse);
    }

    private static List<String> broken(NewLookBack wanted) {
        return fields(LookBackRules.check(wanted, Regions.ofHenan(), TODAY));
    }

    private static List<String> broken(LookBackResult result, boolean stands) {
        return fields(LookBackRules.check(result, DRAWN_ON, TODAY, stands));
    }

    private static List<String> fields(List<Violation> broken) {
        return broken.stream().map(Violation::field).toList();
    }
}
