package io.zhenggai.issue.supervision;

import io.zhenggai.kit.calendar.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supervision as others keep it: what it is, whom it is sent to, and by when they reply. No text, no person.
 *
 * @param issuer 410000, or the code of an office's city
 * @param since the day that was missed
 * @param combinedInto the one of which it has become part
 */
public record SupervisionState(
        UUID id,
        SupervisionKind kind,
        SupervisionStatus status,
        String issuer,
        @Nullable SupervisionCause cause,
        @Nullable LocalDate since,
        LocalDate proposedOn,
        @Nullable String number,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate replyBy,
        @Nullable UUID combinedInto,
        List<Issue> issues,
        List<To> addressees) {

    /** An issue that it is about. */
    public record Issue(UUID id, String ledgerNumber, String city, String region) {}

    /**
     * Whom it is sent to.
     *
     * @param unit a department; absent for the office, county or zone itself
     * @param replyBy until when they reply; moved when a reply is returned
     */
    public record To(
            int ordinal,
            String city,
            String region,
            @Nullable String unit,
            ReplyStatus status,
            @Nullable LocalDate replyBy,
            @Nullable LocalDate repliedOn,
            int returns) {}

    static SupervisionState of(SupervisionFields fields) {
        return new SupervisionState(
                fields.id(),
                fields.kind(),
                fields.status(),
                fields.issuer(),
                fields.cause(),
                fields.since(),
                BusinessTime.dateOf(fields.proposedAt()),
                fields.number(),
                date(fields.signedAt()),
                fields.replyBy(),
                fields.combinedInto(),
                fields.issues().stream()
                        .map(issue -> new Issue(issue.id(), issue.ledgerNumber(), issue.city(), issue.region()))
                        .toList(),
                fields.addressees().stream()
                        .map(one -> new To(
                                one.ordinal(),
                                one.city(),
                                one.region(),
                                one.unit(),
                                one.status(),
                                one.replyBy(),
                                date(one.repliedAt()),
                                one.returns()))
                        .toList());
    }

    private static @Nullable LocalDate date(@Nullable Instant moment) {
        return Optional.ofNullable(moment).map(BusinessTime::dateOf).orElse(null);
    }
}
