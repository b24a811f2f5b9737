package io.zhenggai.notification.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What would go out, if nothing were done in the meantime and nothing new came.
 *
 * @param from the first day asked for
 * @param to the last day asked for
 * @param asOf the moment by the business clock; days before its day have no messages here: what went out then is recorded
 * @param messages day by day, the most urgent first
 */
record RehearsalView(LocalDate from, LocalDate to, Instant asOf, List<RehearsedMessage> messages) {

    RehearsalView {
        messages = List.copyOf(messages);
    }
}
