package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be registered, as far as it is known.
 *
 * @param campaignId the campaign
 * @param region six-digit code
 * @param description what is wrong, at most 2,000 characters
 * @param sourceItem where it was found; absent where that is not known yet
 */
record DuplicateQuestion(
        @NotNull UUID campaignId,
        @NotNull @RegionCodeText String region,
        @NotNull @Text(max = 2_000) String description,
        @Valid @Nullable SourceItem sourceItem) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    DuplicateQuestion {
        description = Stripped.orNull(description);
    }
}
