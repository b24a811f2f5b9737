package io.zhenggai.issue.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.issue.finding.IssueFilter;
import io.zhenggai.issue.finding.IssueSort;
import io.zhenggai.issue.finding.SortDirection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A view, for who keeps it.
 *
 * @param version counts the changes, from 0; what {@code If-Match} is compared with
 * @param filter what it narrows the list to; without what is outdated
 * @param query all that was kept, as the list is asked for it: what stands behind the question mark, percent-encoded. With something outdated
 *     in it the list refuses, and names that, rather than show more than was meant
 * @param outdated the names of parameters that the list does not take any more as they were kept; empty unless a release has dropped some
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SavedView(
        UUID id,
        long version,
        String name,
        IssueFilter filter,
        Optional<IssueSort> sort,
        Optional<SortDirection> direction,
        String query,
        List<String> outdated) {

    static SavedView of(KeptView kept, ObjectMapper strict) {
        Question.Understood understood = kept.question().understoodBy(strict);
        return new SavedView(
                kept.id(),
                kept.version(),
                kept.name(),
                understood.filter(),
                understood.sort(),
                understood.direction(),
                kept.question().query(),
                understood.outdated());
    }
}
