package io.zhenggai.notification.dispatch;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which messages are listed; what is absent narrows nothing.
 *
 * @param region of the recipient
 * @param recipient the whole address, in its ASCII form
 * @param from the first day
 * @param to the last day
 */
record DispatchFilter(
        Optional<DispatchStatus> status,
        Optional<String> region,
        Optional<String> recipient,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {}
