package io.zhenggai.issue.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a supervision holds at one moment; compared field by field for the record.
 *
 * @param issuer who signs: 410000 for the province, or the code of an office's city
 * @param cause why it was proposed; absent where it was drafted by hand
 * @param since the day that was missed
 * @param proposedBy 系统自动提出 where a rule did
 * @param body the text, without head, number and signature
 * @param replyWithin working days from the signature
 * @param number 文号, given at the signature
 * @param replyBy until the end of that day in Asia/Shanghai; of a reply that was returned another one stands with its addressee
 * @param reason why it was dismissed or has lapsed
 * @param combinedInto the one of which it has become part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SupervisionFields(
        UUID id,
        SupervisionKind kind,
        SupervisionStatus status,
        String issuer,
        @Nullable SupervisionCause cause,
        @Nullable LocalDate since,
        Instant proposedAt,
        String proposedBy,
        String body,
        int replyWithin,
        @Nullable String number,
        @Nullable Instant signedAt,
        @Nullable String signedBy,
        @Nullable LocalDate replyBy,
        @Nullable Instant droppedAt,
        @Nullable String droppedBy,
        @Nullable String reason,
        @Nullable UUID combinedInto,
        List<IssueUnderSupervision> issues,
        List<Addressee> addressees) {

    SupervisionFields {
        issues = List.copyOf(issues);
        addressees = List.copyOf(addressees);
    }
}
