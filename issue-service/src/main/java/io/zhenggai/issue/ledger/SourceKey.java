package io.zhenggai.issue.ledger;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells one source item from another: source, document, item and region; what is absent is compared too. The official
 * ledger has no item numbers: without one, the description takes its place. Without a document number it is all that was said:
 * an office that registers the same words on the same region and day a second time has pressed the button twice. What is added
 * to an issue that has such an item already is another one, with a key of its own: who adds it names the version that they saw. Texts are
 * as {@link Compared}.
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
        String document = item.documentNumber() == null ? null : Compared.of(item.documentNumber());
        String number = item.itemNumber() == null ? null : Compared.of(item.itemNumber());
        boolean numbered = document != null && number != null;
        return new SourceKey(
                item.source(),
                issue.region(),
                document,
                number,
                document == null ? issue.campaignId() : null,
                document == null ? item.dated() : null,
                numbered ? null : Compared.of(issue.description()));
    }

    /** @return the key in 64 hexadecimal digits, as it is stored; no part holds the separator, which is a control character */
    public String digest() {
        return Compared.digest(Stream.of(source, region, documentNumber, itemNumber, campaignId, dated, description)
                .map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining("\037")));
    }
}
