package io.zhenggai.notification.reminder;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which reminders are listed; what is absent narrows nothing.
 *
 * @param region of the post that is to be told
 * @param owedId of one obligation or issue
 * @param from the first day on which they came due
 * @param to the last day
 */
record ReminderFilter(
        Optional<ReminderStatus> status,
        Optional<String> region,
        Optional<UUID> owedId,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {}
