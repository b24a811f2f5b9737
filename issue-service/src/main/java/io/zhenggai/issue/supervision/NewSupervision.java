package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.Stripped;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supervision drafted by hand: about issues, about what was proposed, or both.
 *
 * @param issues ids or ledger numbers, at most 100
 * @param proposals of the same issuer that become part of it, at most 100; they lapse by that
 * @param body at most 5,000 characters; absent for one that is drafted from the issues
 * @param replyWithin working days from the signature; absent for 5
 */
record NewSupervision(
        @NotNull SupervisionKind kind,
        @Size(max = 100) @Nullable List<@NotNull @Text(max = 36) String> issues,
        @Size(max = 100) @Nullable List<@NotNull UUID> proposals,
        @Text(max = 5_000) @Nullable String body,
        @Min(1) @Max(30) @Nullable Integer replyWithin) {

    /** What says nothing is missing. */
    NewSupervision {
        issues = issues == null ? List.of() : Stripped.each(List.copyOf(issues));
        proposals =
                proposals == null ? List.of() : proposals.stream().distinct().toList();
        body = Stripped.orNull(body);
    }
}
