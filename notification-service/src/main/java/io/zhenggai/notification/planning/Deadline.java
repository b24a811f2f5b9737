package io.zhenggai.notification.planning;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Until when something is owed.
 *
 * @param dueOn the last day that is in time, in Asia/Shanghai
 * @param version grows whenever the date is set anew; reminders of another version do not count for this one
 * @param since when it came to be owed by this date. What would have been reminded of before was not missed, and the days
 *     overdue do not begin before: something assigned today with a deadline of last month is not yet up for a circular
 */
public record Deadline(LocalDate dueOn, long version, Instant since) {}
