package io.zhenggai.plan.training;

import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.RegionLevel;
import io.zhenggai.kit.region.Regions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that a session is checked against before it is recorded. */
final class TrainingRules {

    private final Regions regions;

    TrainingRules(Regions regions) {
        this.regions = regions;
    }

    /**
     * @param holder the code of the region that held it
     * @param campaignStart empty when there is no such campaign
     * @return every rule that is broken; none: it may be recorded
     */
    List<Violation> check(
            NewTrainingSession session, String holder, Optional<LocalDate> campaignStart, LocalDate today) {
        List<Violation> broken = new ArrayList<>();
        if (campaignStart.isEmpty()) {
            broken.add(Violation.of("campaignId", "没有这一整改行动，或尚未发布", "no campaign of this id is published"));
        }
        checkSubject(session, broken);
        checkDay(session, campaignStart, today, broken);
        checkCounties(session, holder, broken);
        return broken;
    }

    private void checkSubject(NewTrainingSession session, List<Violation> broken) {
        boolean targeted = session.kind() == TrainingKind.TARGETED_TRAINING;
        if (targeted && session.subjectRegion() == null) {
            broken.add(Violation.of("subjectRegion", "针对性培训须指明培训对象所在的市", "is required for TARGETED_TRAINING"));
        } else if (targeted && !level(session.subjectRegion()).equals(Optional.of(RegionLevel.CITY))) {
            broken.add(Violation.of("subjectRegion", "须为省辖市或济源示范区的代码", "must be the code of a city"));
        } else if (!targeted && session.subjectRegion() != null) {
            broken.add(Violation.of("subjectRegion", "仅针对性培训须填写", "is for TARGETED_TRAINING only"));
        }
    }

    private static void checkDay(
            NewTrainingSession session, Optional<LocalDate> start, LocalDate today, List<Violation> broken) {
        LocalDate day = session.heldOn();
        if (day.isAfter(today)) {
            broken.add(Violation.of("heldOn", "培训日期不得晚于今天（" + today + "）", "must not be after today, " + today));
        }
        start.filter(day::isBefore)
                .ifPresent(first -> broken.add(Violation.of(
                        "heldOn",
                        "培训日期不得早于整改行动开始日期（" + first + "）",
                        "must not be before the campaign's start, " + first)));
    }

    private void checkCounties(NewTrainingSession session, String holder, List<Violation> broken) {
        RegionCode around = new RegionCode(Optional.ofNullable(session.subjectRegion())
                .filter(code -> level(code).isPresent())
                .orElse(holder));
        for (int i = 0; i < session.counties().size(); i++) {
            String code = session.counties().get(i);
            Optional<RegionLevel> level = level(code);
            boolean below =
                    level.equals(Optional.of(RegionLevel.COUNTY)) || level.equals(Optional.of(RegionLevel.ZONE));
            if (!below || !regions.contains(around, new RegionCode(code))) {
                broken.add(Violation.of("counties[" + i + "]", "本地区没有该县（市、区）或开发区", "no county or zone of this region"));
            }
        }
    }

    private Optional<RegionLevel> level(String code) {
        return code.startsWith("00")
                ? Optional.empty()
                : regions.find(new RegionCode(code)).map(Region::level);
    }
}
