package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an issue was found. What is blank is absent.
 *
 * @param source the kind
 * @param documentNumber document or complaint number; needed where {@link IssueSource#needsDocument()}
 * @param itemNumber the item's number within the document
 * @param dated the document's date, from 1990, and neither in the future nor after the campaign; absent where it is not known
 * @param textReceived the text as received, at most 4,000 characters; never searched, never emitted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceItem(
        @NotNull IssueSource source,
        @Text(max = 100) @Nullable String documentNumber,
        @Text(max = 50) @Nullable String itemNumber,
        @Nullable LocalDate dated,
        @Text(max = 4_000) @Nullable String textReceived) {

    /** Two blanks are no document number, and would make the next item without one a duplicate. */
    public SourceItem {
        documentNumber = Stripped.orNull(documentNumber);
        itemNumber = Stripped.orNull(itemNumber);
        textReceived = Stripped.orNull(textReceived);
    }

    /** @return the same without the text as received, for who does not handle the issue */
    SourceItem withoutText() {
        return new SourceItem(source, documentNumber, itemNumber, dated, null);
    }

    /** @return the same as the history may have it: with a digest in the place of the text as received */
    SourceItem onRecord(KeyedDigest digest) {
        return new SourceItem(
                source, documentNumber, itemNumber, dated, textReceived == null ? null : digest.marked(textReceived));
    }
}
