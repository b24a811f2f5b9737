package io.zhenggai.acceptance.replay;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * What an office owed in the campaign, by the script.
 *
 * @param labels one for each thing: ledger numbers, or an empty text where the task says all
 * @param metAt when it was met; {@link #NEVER} for what stays owed
 */
record Debt(Due due, List<String> labels, Moment metAt) {

    static final Moment NEVER = Moment.of(LocalDate.of(9999, 12, 31), 0);

    private static final LocalTime NINE = LocalTime.of(9, 0);

    /** Whether it is owed when the mails of that day leave. */
    boolean isOwedOn(LocalDate day) {
        return metAt.local().isAfter(day.atTime(NINE));
    }

    /** What a mail calls each of its things. */
    List<String> lines() {
        return labels.stream()
                .map(label -> due.task().formatted(label) + "，截止日期" + due.until())
                .toList();
    }
}
