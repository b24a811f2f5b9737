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
 * @param light how near {@code dueOn} is; absent where nothing is due
 * @param legalMoves what may be done with it now, whoever may do it
 * @param sourceItems where it was found, and where those were that are merged into it; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IssueView(
        @JsonUnwrapped IssueFields fields,
        long version,
        @Nullable Light light,
        List<String> legalMoves,
        @Nullable List<SourceItemView> sourceItems) {

    /** @return the issue as it stands in a list */
    static IssueView row(Issue issue, LocalDate today, WorkingCalendar calendar) {
        IssueFields fields = issue.fields();
        Light light = fields.dueOn() == null ? null : Light.of(fields.dueOn(), today, calendar);
        List<String> moves =
                issue.legalMoves().stream().map(IssueMove::published).toList();
        return new IssueView(fields, issue.version(), light, moves, null);
    }
}
