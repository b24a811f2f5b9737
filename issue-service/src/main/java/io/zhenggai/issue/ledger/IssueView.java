package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
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
 * @param goesOnAs of what is merged: number and status of the issue that goes on in its place, for who may not see that one as well; absent
 *     in lists
 * @param sourceItems where it was found, and where those were that are merged into it; absent in lists
 * @param waitingFor what of it waits for the caller; only where what waits is asked for
 */
@JsonSerialize(using = IssueViewJson.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IssueView(
        @JsonUnwrapped IssueFields fields,
        long version,
        @Nullable Light light,
        List<String> legalMoves,
        @Nullable Successor goesOnAs,
        @Nullable List<SourceItemView> sourceItems,
        @Nullable List<String> waitingFor) {

    /** @return which issue, at which version */
    public IssueVersion idAndVersion() {
        return new IssueVersion(fields.id(), version);
    }

    /** @return the issue as it stands in a list */
    static IssueView row(Issue issue, LocalDate today, WorkingCalendar calendar) {
        return row(issue.fields(), issue.version(), IssueMove.published(issue.legalMoves()), today, calendar);
    }

    /** @return what holds that, as it stands in a list */
    static IssueView row(
            IssueFields fields, long version, List<String> legalMoves, LocalDate today, WorkingCalendar calendar) {
        Light light = fields.dueOn() == null ? null : Light.of(fields.dueOn(), today, calendar);
        return new IssueView(fields, version, light, legalMoves, null, null, null);
    }

    /** @return the same with what waits for the caller */
    public IssueView waitingFor(List<String> duties) {
        return new IssueView(fields, version, light, legalMoves, goesOnAs, sourceItems, List.copyOf(duties));
    }
}
