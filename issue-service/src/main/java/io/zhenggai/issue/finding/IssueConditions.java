package io.zhenggai.issue.finding;

import io.zhenggai.issue.ledger.IssueRows;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.Light;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.text.Characters;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter as conditions in SQL on a row of {@code issue}, within a scope. */
final class IssueConditions {

    private static final String HAS_UNIT =
            "issue.cooperating_units <> '{}' and issue.cooperating_units && cast(:cooperatingUnit as text[])";

    private static final String HAS_REQUEST =
            "issue.pending_requests <> '{}' and issue.pending_requests && cast(:pendingRequest as text[])";

    /** Compared as the index {@code source_item_document} has them. */
    private static final String OF_DOCUMENT = "issue.id in (select item.issue_id from source_item as item where "
            + isWritten("item.document_number", "documentNumber") + ")";

    private static final String OF_ITEM = "issue.id in (select item.issue_id from source_item as item where "
            + isWritten("item.document_number", "documentNumber") + " and "
            + isWritten("item.item_number", "itemNumber")
            + ")";

    private final Conditions conditions;

    private IssueConditions(RegionScope scope) {
        this.conditions = IssueRows.inScope(scope);
    }

    /** Everything that is asked for, for questions to which no order leads. */
    static Conditions ofAll(Caller caller, IssueFilter filter, LocalDate today, WorkingCalendar calendar) {
        Conditions all = of(caller.scope(), filter, today, calendar);
        new TextSearch(filter.words()).narrowAtOnce(all, caller.scope(), filter);
        new Duties(caller, Light.lastYellow(today, calendar)).narrow(all, filter.waitingForMe());
        return all;
    }

    /** Without what is searched for, and without what waits: there is more than one way to find that. */
    static Conditions of(RegionScope scope, IssueFilter filter, LocalDate today, WorkingCalendar calendar) {
        IssueConditions issue = new IssueConditions(scope);
        issue.words(filter);
        issue.days(filter);
        issue.marks(filter);
        issue.lights(filter, today, calendar);
        return issue.conditions;
    }

    private void words(IssueFilter filter) {
        isOneOf("issue.city_code", "city", filter.city());
        isOneOf("issue.region_code", "region", filter.region());
        isNamed("issue.status", "status", filter.status());
        isNamed("issue.source", "source", filter.source());
        isNamed("issue.category", "category", filter.category());
        isNamed("issue.severity", "severity", filter.severity());
        isNamed("issue.verifier", "verifier", filter.verifier());
        isOneOf("issue.lead_unit", "leadUnit", filter.leadUnit());
        isOneOf("issue.registered_unit", "registeredUnit", filter.registeredUnit());
        isOneOf("issue.responsible_person", "responsiblePerson", filter.responsiblePerson());
        isOneOf("issue.verified_by", "verifiedBy", filter.verifiedBy());
        isAmong("issue.campaign_id = any (cast(:campaignId as uuid[]))", "campaignId", texts(filter.campaignId()));
        isAmong(HAS_UNIT, "cooperatingUnit", filter.cooperatingUnit());
        isAmong(HAS_REQUEST, "pendingRequest", texts(filter.pendingRequest()));
        isAmong(filter.itemNumber().isEmpty() ? OF_DOCUMENT : OF_ITEM, "documentNumber", filter.documentNumber());
        if (!filter.itemNumber().isEmpty()) {
            conditions.with("itemNumber", normalised(filter.itemNumber()));
        }
        Optional.ofNullable(filter.number()).map(NumberPrefix::new).ifPresent(this::number);
    }

    private void number(NumberPrefix prefix) {
        List<String> ranges = prefix.ranges().stream()
                .map(range -> "issue.ledger_place between " + range.first() + " and " + range.last())
                .toList();
        conditions.and(ranges.isEmpty() ? "false" : String.join(" or ", ranges));
    }

    private void days(IssueFilter filter) {
        moments("issue.registered_at", "registered", filter.registeredFrom(), filter.registeredTo());
        moments("issue.assigned_at", "assigned", filter.assignedFrom(), filter.assignedTo());
        moments("issue.acknowledged_at", "acknowledged", filter.acknowledgedFrom(), filter.acknowledgedTo());
        moments("issue.progress_at", "progress", filter.progressFrom(), filter.progressTo());
        moments("issue.closed_at", "closed", filter.closedFrom(), filter.closedTo());
        days("issue.acknowledge_by", "acknowledgeBy", filter.acknowledgeByFrom(), filter.acknowledgeByTo());
        days("issue.deadline", "deadline", filter.deadlineFrom(), filter.deadlineTo());
        days("issue.due_on", "due", filter.dueFrom(), filter.dueTo());
        days("issue.stage_review_on", "stageReview", filter.stageReviewFrom(), filter.stageReviewTo());
        days("issue.answer_due_on", "answerDue", filter.answerDueFrom(), filter.answerDueTo());
    }

    private void marks(IssueFilter filter) {
        is("issue.answers_owed > 0", filter.answersOwed());
        is("issue.returns > 0", filter.returned());
        is("issue.extensions > 0", filter.extended());
        is("issue.revocations > 0", filter.revoked());
        is("issue.evidence_count > 0", filter.withEvidence());
        is("issue.recurrence_of is not null", filter.recurrence());
        is("issue.carried_over_from is not null", filter.carriedOver());
        conditions
                .and("issue.merged_into = :mergedInto", "mergedInto", Optional.ofNullable(filter.mergedInto()))
                .and("issue.recurrence_of = :recurrenceOf", "recurrenceOf", Optional.ofNullable(filter.recurrenceOf()))
                .and("issue.split_from = :splitFrom", "splitFrom", Optional.ofNullable(filter.splitFrom()));
    }

    private void lights(IssueFilter filter, LocalDate today, WorkingCalendar calendar) {
        if (filter.light().isEmpty() && filter.overdue() == null) {
            return;
        }
        conditions.with("today", today).with("lastYellow", Light.lastYellow(today, calendar));
        if (!filter.light().isEmpty()) {
            // Said once more for all of them together: what is due has an index of its own.
            conditions.and("issue.due_on is not null");
            conditions.and(filter.light().stream().map(IssueConditions::light).collect(Collectors.joining(" or ")));
        }
        is("issue.due_on is not null and issue.due_on < :today", filter.overdue());
    }

    /** The bounds are those of {@link Light}. */
    private static String light(Light light) {
        return switch (light) {
            case RED -> "issue.due_on < :today";
            case YELLOW -> "issue.due_on >= :today and issue.due_on <= :lastYellow";
            case GREEN -> "issue.due_on > :lastYellow";
        };
    }

    private void is(String condition, @Nullable Boolean asked) {
        if (asked != null) {
            conditions.and(asked ? condition : "not (" + condition + ")");
        }
    }

    private void isNamed(String column, String parameter, List<? extends Enum<?>> constants) {
        isOneOf(column, parameter, texts(constants));
    }

    /** One value is compared by itself: only so can the rows be read along an index that begins with the column. */
    private void isOneOf(String column, String parameter, List<String> values) {
        if (values.size() == 1) {
            conditions.and(column + " = :" + parameter).with(parameter, Characters.normalised(values.get(0)));
        } else {
            isAmong(column + " = any (cast(:" + parameter + " as text[]))", parameter, values);
        }
    }

    private void isAmong(String condition, String parameter, List<String> values) {
        if (!values.isEmpty()) {
            conditions.and(condition).with(parameter, normalised(values));
        }
    }

    private static String[] normalised(List<String> values) {
        return values.stream().map(Characters::normalised).toArray(String[]::new);
    }

    /** Blanks and full or half width aside. */
    private static String isWritten(String column, String parameter) {
        return """
                regexp_replace(normalize(%s, NFKC), '\\s+', '', 'g') = any (
                    array(select regexp_replace(normalize(given, NFKC), '\\s+', '', 'g') from unnest(cast(:%s as text[])) as given))""".formatted(column, parameter);
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private void days(String column, String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        conditions
                .and(column + " >= :" + name + "From", name + "From", Optional.ofNullable(from))
                .and(column + " <= :" + name + "To", name + "To", Optional.ofNullable(to));
    }

    private void moments(String column, String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        conditions
                .and(
                        column + " >= :" + name + "From",
                        name + "From",
                        Optional.ofNullable(from).map(IssueConditions::start))
                .and(
                        column + " < :" + name + "To",
                        name + "To",
                        Optional.ofNullable(to).map(day -> start(day.plusDays(1))));
    }

    private static OffsetDateTime start(LocalDate day) {
        return BusinessTime.at(day, LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC);
    }
}
