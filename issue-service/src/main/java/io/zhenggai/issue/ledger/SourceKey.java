package io.zhenggai.issue.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What tells one source item from another; what is absent is compared too. With a document number that is source, document,
 * item and region. Without one it is all that was said: an office that registers the same words on the same region and day a
 * second time has pressed the button twice.
 */
public record SourceKey(
        IssueSource source,
        String region,
        @Nullable String documentNumber,
        @Nullable String itemNumber,
        @Nullable UUID campaignId,
        @Nullable LocalDate dated,
        @Nullable String description) {

    /** @return the key of an issue's first source item */
    public static SourceKey of(NewIssue issue) {
        SourceItem item = issue.sourceItem();
        if (item.documentNumber() != null) {
            return new SourceKey(
                    item.source(), issue.region(), item.documentNumber(), item.itemNumber(), null, null, null);
        }
        return new SourceKey(
                item.source(),
                issue.region(),
                null,
                item.itemNumber(),
                issue.campaignId(),
                item.dated(),
                issue.description());
    }
}
