package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Figures of a set of issues on one day, "today" being the day in Asia/Shanghai that the business clock says.
 *
 * @param total issues registered, without those that were rejected or merged into another one
 * @param closed of them, closed now 已销号
 * @param closingRate 销号率: closed, of all
 * @param openOverdue 逾期未销号: neither closed nor long-term, and today is after the deadline; a deadline lasts until the end of its day
 * @param closedLate 逾期销号: closed on a day after the deadline
 * @param overdue {@code openOverdue + closedLate}
 * @param overdueRate 逾期率: overdue, of the issues that have a deadline, that is, were assigned: what has none, or stages in its place, cannot miss it
 * @param returnRate 退回率: returned at least once, of the issues whose close-out was ever requested
 * @param repeatRate 反弹率: registered again as a recurrence of it that was not rejected, of those closed; one whose close-out was revoked is
 *     closed no more and in neither number. Absent only in figures frozen before it was counted
 * @param daysToClose 平均办结天数: calendar days from registration to close-out, of those closed; closed on the same day is 0
 * @param outOfRanking of {@code total}, found by self-inspection: counted here, left out of the ranking, which would
 *     otherwise punish honesty
 * @param carriedOver 结转: of {@code total}, carried over into another campaign without being closed in this one; in the other figures it is there only
 *     as registered, and whatever becomes of it is the other campaign's. None where issues of all campaigns are counted. Absent only in
 *     figures frozen before it was counted
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Figures(
        long total,
        long closed,
        Rate closingRate,
        long openOverdue,
        long closedLate,
        long overdue,
        Rate overdueRate,
        Rate returnRate,
        Optional<Rate> repeatRate,
        Average daysToClose,
        long outOfRanking,
        Optional<Long> carriedOver) {

    /** @return the figures that follow from counts */
    static Figures of(Tally tally) {
        long overdue = tally.openOverdue() + tally.closedLate();
        return new Figures(
                tally.total(),
                tally.closed(),
                Rate.of(tally.closed(), tally.total()),
                tally.openOverdue(),
                tally.closedLate(),
                overdue,
                Rate.of(overdue, tally.withDeadline()),
                Rate.of(tally.returned(), tally.everRequested()),
                Optional.of(Rate.of(tally.cameBack(), tally.closed())),
                Average.of(tally.daysToClose(), tally.closed(), tally.medianTenthsOfDay()),
                tally.selfInspected(),
                Optional.of(tally.carriedOver()));
    }
}
