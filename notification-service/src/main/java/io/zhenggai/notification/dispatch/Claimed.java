package io.zhenggai.notification.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What stands in the row of a message that was just claimed.
 *
 * @param createdAt by real time
 * @param addressIsHeld whether anybody has that address now
 * @param allOwed whether everything that it names is still owed by the same deadline
 */
record Claimed(
        UUID id,
        UUID token,
        int attempt,
        String address,
        LocalDate day,
        String subject,
        String body,
        Instant createdAt,
        boolean addressIsHeld,
        boolean allOwed) {}
