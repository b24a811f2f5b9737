package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
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
 * @param answerOwedTo who is owed an answer 及时回应; absent where nobody is. Of a complaint that is personal data
 * @param answerDueOn until when; not without whom, and not before the document's date
 * @param complainant who complained; shown to who handles the issue only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceItem(
        @NotNull IssueSource source,
        @Text(max = 100) @Nullable String documentNumber,
        @Text(max = 50) @Nullable String itemNumber,
        @Nullable LocalDate dated,
        @Text(max = 4_000) @Nullable String textReceived,
        @Text(max = 100) @Nullable String answerOwedTo,
        @Nullable LocalDate answerDueOn,
        @Valid @Nullable Complainant complainant) {

    /** Two blanks are no document number, and would make the next item without one a duplicate. */
    public SourceItem {
        documentNumber = Stripped.orNull(documentNumber);
        itemNumber = Stripped.orNull(itemNumber);
        textReceived = Stripped.orNull(textReceived);
        answerOwedTo = Stripped.orNull(answerOwedTo);
        complainant = complainant == null || complainant.isUnknown() ? null : complainant;
    }

    /** One to which nobody waits for an answer. */
    public SourceItem(
            IssueSource source,
            @Nullable String documentNumber,
            @Nullable String itemNumber,
            @Nullable LocalDate dated,
            @Nullable String textReceived) {
        this(source, documentNumber, itemNumber, dated, textReceived, null, null, null);
    }

    /** @return whether nothing names it: neither a document nor a number in it */
    boolean isUnnumbered() {
        return documentNumber == null && itemNumber == null;
    }

    /** @return whether somebody waits for an answer */
    boolean isOwedAnAnswer() {
        return answerOwedTo != null;
    }

    /** @return whether somebody complained, so that whom an answer is owed may be that person */
    public boolean isComplaint() {
        return source.needsCallBack() || complainant != null;
    }

    /** @return the same as the history may have it: with digests in the place of what may name a complainant */
    public SourceItem onRecord(KeyedDigest digest) {
        Complainant known = complainant;
        return new SourceItem(
                source,
                documentNumber,
                itemNumber,
                dated,
                marked(textReceived, digest),
                isComplaint() ? marked(answerOwedTo, digest) : answerOwedTo,
                answerDueOn,
                known == null ? null : new Complainant(marked(known.name(), digest), marked(known.contact(), digest)));
    }

    /** @return the same to who decides on it without handling it: what was said, but not who said it */
    public SourceItem masked() {
        String owedTo = answerOwedTo;
        return new SourceItem(
                source,
                documentNumber,
                itemNumber,
                dated,
                textReceived,
                owedTo == null || !isComplaint() ? owedTo : Complainant.maskedName(owedTo),
                answerDueOn,
                complainant == null ? null : complainant.masked());
    }

    /** @return the same in a list: without what may name a complainant */
    public SourceItem inList() {
        return new SourceItem(source, documentNumber, itemNumber, dated, null, null, answerDueOn, null);
    }

    private static @Nullable String marked(@Nullable String text, KeyedDigest digest) {
        return text == null ? null : digest.marked(text);
    }
}
