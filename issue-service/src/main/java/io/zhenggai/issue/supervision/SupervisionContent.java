package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.Stripped;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What a person makes of a draft.
 *
 * @param body at most 5,000 characters; 【回复期限】 in it becomes the day at the signature
 * @param replyWithin working days from the signature
 */
record SupervisionContent(
        @NotNull @Text(max = 5_000) String body,
        @NotNull @Min(1) @Max(30) Integer replyWithin) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    SupervisionContent {
        body = Stripped.orNull(body);
    }
}
