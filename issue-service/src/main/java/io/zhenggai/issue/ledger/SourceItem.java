package io.zhenggai.issue.ledger;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an issue was found.
 *
 * @param source the kind
 * @param documentNumber document or complaint number; needed where {@link IssueSource#needsDocument()}
 * @param itemNumber the item's number within the document
 * @param dated the document's date, not in the future
 * @param textReceived the text as received, at most 4,000 characters; never searched, never emitted
 */
record SourceItem(
        @NotNull IssueSource source,
        @Size(max = 100) @Nullable String documentNumber,
        @Size(max = 50) @Nullable String itemNumber,
        @NotNull LocalDate dated,
        @NotBlank @Size(max = 4_000) String textReceived) {}
