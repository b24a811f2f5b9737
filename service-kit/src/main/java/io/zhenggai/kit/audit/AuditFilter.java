package io.zhenggai.kit.audit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What is listed; what is absent narrows nothing.
 *
 * @param aggregateType of these aggregates, such as {@code issue}
 * @param aggregateId of one aggregate
 * @param action one kind of deed
 * @param person of one person or machine client, by the subject of its tokens
 * @param from the first day, Asia/Shanghai
 * @param to the last day
 */
record AuditFilter(
        Optional<String> aggregateType,
        Optional<UUID> aggregateId,
        Optional<String> action,
        Optional<String> person,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {}
