package io.zhenggai.notification.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What stands in the row of a message that was just claimed.
 *
 * @param createdAt by real time
 * @param mayHaveArrived whether an earlier attempt may have brought it there
 * @param addressIsHeld whether who has that address still holds all posts that it is for, or stands in for them
 * @param allOwed whether everything that it names is still owed, by the same deadline and the same party
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
        boolean mayHaveArrived,
        boolean addressIsHeld,
        boolean allOwed) {}
