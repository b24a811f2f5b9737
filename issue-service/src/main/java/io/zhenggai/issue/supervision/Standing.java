package io.zhenggai.issue.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is about an issue already.
 *
 * @param cause with basis of what was proposed by rule about this very issue; none of what was drafted by hand
 * @param owedSince of what is signed: the day until which the addressee was to reply and has not; none where nothing is owed
 */
record Standing(
        UUID id,
        SupervisionKind kind,
        SupervisionStatus status,
        @Nullable SupervisionCause cause,
        @Nullable String basis,
        @Nullable LocalDate owedSince) {

    boolean isOf(Step step) {
        return kind == step.kind() && cause == step.cause() && step.basis().equals(basis);
    }
}
