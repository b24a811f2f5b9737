package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issue beside what may be the same matter.
 *
 * @param goesOnAs of what is merged meanwhile: the issue that goes on in its place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatchedIssue(
        UUID id,
        String ledgerNumber,
        IssueStatus status,
        String description,
        @Nullable Successor goesOnAs) {}
