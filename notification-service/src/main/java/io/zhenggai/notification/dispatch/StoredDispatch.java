package io.zhenggai.notification.dispatch;

import io.zhenggai.notification.contact.EmailAddress;
import io.zhenggai.notification.planning.PostRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A message as it is stored. */
record StoredDispatch(
        long number,
        UUID id,
        LocalDate day,
        EmailAddress address,
        String region,
        String unit,
        PostRole post,
        String subject,
        String body,
        DispatchStatus status,
        Optional<DispatchReason> reason,
        int attempts,
        Optional<String> serverAnswer,
        Optional<Instant> sentAt) {}
