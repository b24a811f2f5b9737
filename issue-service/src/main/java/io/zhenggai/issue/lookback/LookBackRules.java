package io.zhenggai.issue.lookback;

import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a look-back and its results must be like, apart from what is stored. */
final class LookBackRules {

    private LookBackRules() {}

    /** @return every rule that is broken; none: it may be drawn */
    static List<Violation> check(NewLookBack wanted, Regions regions, LocalDate today) {
        List<Violation> broken = new ArrayList<>();
        if (wanted.closedTo().isAfter(today)) {
            broken.add(Violation.of("closedTo", "销号日期截止日不得晚于今天（" + today + "）", "must not lie after today, " + today));
        }
        if (wanted.closedFrom().isAfter(wanted.closedTo())) {
            broken.add(Violation.of("closedFrom", "起始日不得晚于截止日", "must not lie after closedTo"));
        }
        if ((wanted.size() == null) == (wanted.percentage() == null)) {
            broken.add(Violation.of(
                    "size", "抽取数量（size）与抽取比例（percentage）须填写且只能填写一项", "either size or percentage is needed, not both"));
        }
        List<String> codes = wanted.population().regions();
        for (int i = 0; i < codes.size(); i++) {
            if (!isBelowProvince(codes.get(i), regions)) {
                broken.add(Violation.of("regions[" + i + "]", "没有这一地区", "no such region"));
            }
        }
        return broken;
    }

    private static boolean isBelowProvince(String code, Regions regions) {
        return code.matches("(?!00)\\d{6}")
                && regions.find(new RegionCode(code))
                        .flatMap(region -> region.code().cityCode())
                        .isPresent();
    }

    /**
     * @param stands whether the close-out that was drawn still stands: somebody may have revoked it meanwhile
     * @return every rule that is broken; none: it may be told
     */
    static List<Violation> check(LookBackResult result, LocalDate drawnOn, LocalDate today, boolean stands) {
        List<Violation> broken = new ArrayList<>();
        if (result.checkedOn().isBefore(drawnOn) || result.checkedOn().isAfter(today)) {
            broken.add(Violation.of(
                    "checkedOn",
                    "核查日期须在抽取日（" + drawnOn + "）至今天（" + today + "）之间",
                    "must be from the day of the draw, " + drawnOn + ", to today, " + today));
        }
        checkDeadline(result, stands).ifPresent(broken::add);
        boolean relapsed = result.finding() == LookBackFinding.RELAPSED;
        if (!relapsed && result.recurrence() != null) {
            broken.add(Violation.of("recurrence", "只有问题反弹的，才注明反弹后登记的问题", "only of what has relapsed"));
        }
        if (!relapsed && result.relapse() != null) {
            broken.add(Violation.of("relapse", "只有问题反弹的，才登记反弹问题", "only of what has relapsed"));
        }
        if (relapsed && (result.recurrence() == null) == (result.relapse() == null)) {
            broken.add(Violation.of(
                    "recurrence",
                    "问题反弹的，须注明已登记的问题（recurrence）或登记反弹问题（relapse），且只能填写一项",
                    "of what has relapsed either recurrence or relapse is needed, not both"));
        }
        return broken;
    }

    private static Optional<Violation> checkDeadline(LookBackResult result, boolean stands) {
        boolean revokes = stands && result.finding().revoking().isPresent();
        if (revokes && result.deadline() == null) {
            return Optional.of(
                    Violation.of("deadline", "撤销销号的，须明确重新整改的时限", "is required where the close-out is revoked"));
        }
        if (!revokes && result.deadline() != null) {
            return Optional.of(Violation.of("deadline", "不撤销销号的，不应填写整改时限", "only where the close-out is revoked"));
        }
        return Optional.empty();
    }
}
