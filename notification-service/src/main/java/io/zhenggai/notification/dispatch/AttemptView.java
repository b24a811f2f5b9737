package io.zhenggai.notification.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.notification.mail.Delivery.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to send, by real time, as the mail server's own log tells it.
 *
 * @param number from 1
 * @param endedAt absent while it goes on; also for ever when the process ended in the middle of it
 * @param serverAnswer the server's last words; only their codes for who may not read addresses
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AttemptView(
        int number,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Outcome> outcome,
        Optional<String> serverAnswer) {}
