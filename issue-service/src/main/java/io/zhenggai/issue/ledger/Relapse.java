package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is registered of a closed issue that has come back 问题反弹; region, category and severity are those of the issue.
 *
 * @param campaignId a campaign that goes on; absent for the one of before
 * @param description what is wrong again, at most 2,000 characters; absent for the words of before
 * @param sourceItem where it was found again
 */
public record Relapse(
        @Nullable UUID campaignId,
        @Text(max = 2_000) @Nullable String description,
        @NotNull @Valid SourceItem sourceItem) {

    /** Blanks say nothing. */
    public Relapse {
        description = Stripped.orNull(description);
    }

    NewIssue of(IssueFields closed) {
        return new NewIssue(
                Optional.ofNullable(campaignId).orElse(closed.campaignId()),
                closed.region(),
                Optional.ofNullable(description).orElse(closed.description()),
                closed.category(),
                closed.severity(),
                sourceItem,
                closed.id().toString());
    }
}
