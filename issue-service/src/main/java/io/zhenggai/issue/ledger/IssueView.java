package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhenggai.kit.calendar.Light;
import io.zhenggai.kit.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue as it is shown.
 *
 * @param version counts the changes, from 0; what {@code If-Match} is compared with
 * @param light how near the deadline is; absent without a deadline and when closed
 * @param legalMoves what may be done with it now, whoever may do it
 * @param sourceItems where it was found; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IssueView(
        @JsonUnwrapped IssueFields fields,
        long version,
        @Nullable Light light,
        List<String> legalMoves,
        @Nullable List<SourceItem> sourceItems) {

    /** @return the issue as it stands in a list */
    static IssueView row(Issue issue, LocalDate today, WorkingCalendar calendar) {
        IssueFields fields = issue.fields();
        Light light = fields.deadline() == null || fields.closedAt() != null
                ? null
                : Light.of(fields.deadline(), today, calendar);
        List<String> moves =
                issue.legalMoves().stream().map(IssueMove::published).toList();
        return new IssueView(fields, issue.version(), light, moves, null);
    }

    /** @return whether it tells what a source sent in its own words, which may name a complainant */
    boolean showsTextReceived() {
        return sourceItems != null && sourceItems.stream().anyMatch(item -> item.textReceived() != null);
    }
}
