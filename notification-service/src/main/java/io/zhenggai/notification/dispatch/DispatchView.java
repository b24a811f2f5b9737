package io.zhenggai.notification.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.notification.planning.PostRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in the list of dispatch records.
 *
 * @param day on which it is to leave
 * @param region of the recipient
 * @param unit of the recipient; absent for the office, county or zone itself
 * @param post of the recipient
 * @param recipient the address; masked for who may not read addresses
 * @param reason why it was not sent
 * @param attempts how often it was tried
 * @param serverAnswer the server's last words; only their codes for who may not read addresses
 * @param messageId by which mail servers and archives know it
 * @param sentAt by the business clock
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DispatchView(
        UUID id,
        LocalDate day,
        String region,
        Optional<String> regionName,
        Optional<String> unit,
        PostRole post,
        String recipient,
        String subject,
        DispatchStatus status,
        Optional<DispatchReason> reason,
        int attempts,
        Optional<String> serverAnswer,
        String messageId,
        Optional<Instant> sentAt) {}
