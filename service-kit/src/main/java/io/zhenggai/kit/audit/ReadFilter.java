package io.zhenggai.kit.audit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which readings of personal data are listed; what is absent narrows nothing.
 *
 * @param person of one person or machine client, by the subject of its tokens
 * @param owner of one thing's
 * @param from the first day, Asia/Shanghai
 * @param to the last day
 */
record ReadFilter(Optional<String> person, Optional<UUID> owner, Optional<LocalDate> from, Optional<LocalDate> to) {}
