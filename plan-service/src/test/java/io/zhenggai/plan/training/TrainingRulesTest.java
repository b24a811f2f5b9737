package io.zhenggai.plan.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.plan.testsupport.Campaigns;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrainingRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 11, 16);

    private final TrainingRules rules = new TrainingRules(Regions.ofHenan());

    @Test
    void acceptsAnOfficesSessionWithItsCountiesAndZones() {
        assertThat(broken(session(TrainingKind.SPECIAL_TRAINING, null, TODAY, "410181", "410172"), "410100"))
                .isEmpty();
    }

    @Test
    void isHeldTodayAtTheLatest() {
        assertThat(broken(session(TrainingKind.SPECIAL_TRAINING, null, TODAY.plusDays(1)), "410100"))
                .containsExactly("heldOn");
    }

    @Test
    void isHeldOnTheCampaignsFirstDayAtTheEarliest() {
        assertThat(broken(session(TrainingKind.SPECIAL_TRAINING, null, Campaigns.START), "410100"))
                .isEmpty();
        assertThat(broken(session(TrainingKind.SPECIAL_TRAINING, null, Campaigns.START.minusDays(1)), "410100"))
                .containsExactly("heldOn");
    }

    @Test
    void belongsToACampaign() {
        NewTrainingSession session = session(TrainingKind.SPECIAL_TRAINING, null, TODAY);

        assertThat(rules.check(session, "410100", Optional.empty(), TODAY))
                .extracting(Violation::field)
                .containsExactly("campaignId");
    }

    @Test
    void aTargetedTrainingIsOfOneCity() {
        assertThat(broken(session(TrainingKind.TARGETED_TRAINING, "419001", TODAY), "410000"))
                .isEmpty();
        assertThat(broken(session(TrainingKind.TARGETED_TRAINING, null, TODAY), "410000"))
                .containsExactly("subjectRegion");
        for (String wrong : List.of("410000", "410181", "419999", "000000")) {
            assertThat(broken(session(TrainingKind.TARGETED_TRAINING, wrong, TODAY), "410000"))
                    .containsExactly("subjectRegion");
        }
    }

    @Test
    void onlyATargetedTrainingNamesACity() {
        assertThat(broken(session(TrainingKind.EXPERT_LECTURE, "410100", TODAY), "410000"))
                .containsExactly("subjectRegion");
    }

    @Test
    void takesNoCountiesOfOtherCitiesAndNoneThatThereAreNot() {
        // Of another city, of none, a city itself, no code at all.
        NewTrainingSession session =
                session(TrainingKind.SPECIAL_TRAINING, null, TODAY, "410221", "410199", "410100", "000000");

        assertThat(broken(session, "410100"))
                .containsExactly("counties[0]", "counties[1]", "counties[2]", "counties[3]");
    }

    @Test
    void aTargetedTrainingTakesTheCountiesOfItsCityOnly() {
        assertThat(broken(session(TrainingKind.TARGETED_TRAINING, "410200", TODAY, "410221"), "410000"))
                .isEmpty();
        assertThat(broken(session(TrainingKind.TARGETED_TRAINING, "410100", TODAY, "410221"), "410000"))
                .containsExactly("counties[0]");
    }

    @Test
    void aProvincialMeetingTakesCountiesOfTheWholeProvince() {
        assertThat(broken(session(TrainingKind.PROMOTION_MEETING, null, TODAY, "410181", "410221"), "410000"))
                .isEmpty();
    }

    private List<String> broken(NewTrainingSession session, String holder) {
        return rules.check(session, holder, Optional.of(Campaigns.START), TODAY).stream()
                .map(Violation::field)
                .toList();
    }

    private static NewTrainingSession session(
            TrainingKind kind, String subjectRegion, LocalDate heldOn, String... counties) {
        return new NewTrainingSession(
                UUID.randomUUID(), kind, subjectRegion, heldOn, "培训", List.of(), List.of(counties), 40, null);
    }
}
