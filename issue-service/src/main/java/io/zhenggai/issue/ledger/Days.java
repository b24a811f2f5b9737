package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Words;
import java.time.LocalDate;

/** Between which days what is set for an issue lies. Each refuses by 422 and names the bounds. */
final class Days {

    private Days() {}

    /**
     * Of a deadline that is set while the campaign goes on: from a first day to the campaign's last one.
     *
     * @param first inclusive
     * @param act what is not done any more once the campaign has ended
     */
    static void requireWithin(Campaign campaign, LocalDate deadline, LocalDate first, LocalDate today, Words act) {
        LocalDate last = campaign.ends();
        if (campaign.isOver(today)) {
            throw Refusal.unprocessable(
                    "deadline",
                    "整改行动已于 " + last + " 结束，不再" + act.zh(),
                    "the campaign ended on " + last + "; nothing is " + act.en() + " any more");
        }
        if (deadline.isBefore(first) || deadline.isAfter(last)) {
            throw Refusal.unprocessable(
                    "deadline",
                    "整改时限须在" + (first.equals(today) ? "今天" : " " + first + " ") + "至整改行动结束日（" + last + "）之间",
                    "must be from " + (first.equals(today) ? "today" : first.toString())
                            + " to the campaign's last day, " + last);
        }
    }

    /** Of what goes on whether its campaign does or not: from today to a year ahead. */
    static void requireWithinAYear(String field, LocalDate date, LocalDate today) {
        requireBetween(field, date, today, today.plusYears(1));
    }

    /** Of what is looked at some time later: from tomorrow to a year ahead. */
    static void requireSoonAfter(String field, LocalDate date, LocalDate today) {
        requireBetween(field, date, today.plusDays(1), today.plusYears(1));
    }

    /** Both inclusive. */
    static void requireBetween(String field, LocalDate date, LocalDate first, LocalDate last) {
        if (date.isBefore(first) || date.isAfter(last)) {
            throw Refusal.unprocessable(
                    field, "日期须在 " + first + " 至 " + last + " 之间", "must be from " + first + " to " + last);
        }
    }
}
