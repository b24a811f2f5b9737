package io.zhenggai.issue.finding;

import io.zhenggai.issue.ledger.IssueFields;
import io.zhenggai.issue.ledger.Severity;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.problem.Refusal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list, as stretches that follow each other: what has a date and what has none, one grade after the other. Each stretch is read
 * along an index, which no condition with an "or" would be.
 */
record IssueOrder(IssueSort sort, SortDirection direction) {

    private static final String REGISTERED_AT = "issue.registered_at";
    private static final String NO_TIME = "interval '0'";

    static IssueOrder of(@Nullable IssueSort sort, @Nullable SortDirection direction) {
        IssueSort by = sort == null ? IssueSort.REGISTERED_AT : sort;
        return new IssueOrder(by, direction == null ? by.byDefault() : direction);
    }

    /**
     * Rows in the order of one column and, where several share its value, of their ids.
     *
     * @param condition which rows they are; empty where all are
     * @param column the first key
     * @param nothing what may be added to it and leaves it as it is
     * @param keyOf the first key of a row, as a cursor holds it
     * @param keyIn the first key of a cursor, as the database takes it
     */
    record Stretch(
            String condition,
            String column,
            String nothing,
            SortDirection direction,
            Function<IssueFields, String> keyOf,
            Function<Cursor, Object> keyIn) {

        String orderBy() {
            return " order by " + column + " " + direction.sql() + ", issue.id " + direction.sql();
        }

        boolean isInOrderOfRegistration() {
            return column.equals(REGISTERED_AT);
        }

        boolean isNewestFirst() {
            return isInOrderOfRegistration() && direction == SortDirection.DESC;
        }

        /** The same order, along which no index leads: what few rows there are is to be found by itself, and sorted then. */
        String orderByItself() {
            return orderBy().replace(column, column + " + " + nothing);
        }

        /** Leaves the rows of the stretch, and of these the ones behind the cursor. */
        void narrow(Conditions conditions, Optional<Cursor> behind) {
            if (!condition.isEmpty()) {
                conditions.and(condition);
            }
            behind.ifPresent(cursor -> conditions
                    .and("(" + column + ", issue.id) " + direction.behind() + " (:behindKey, :behindId)")
                    .with("behindKey", keyIn.apply(cursor))
                    .with("behindId", cursor.id(2)));
        }
    }

    /** @return the stretches, in their order */
    List<Stretch> stretches() {
        return switch (sort) {
            case REGISTERED_AT -> List.of(registered("", direction));
            case DEADLINE ->
                List.of(
                        new Stretch(
                                "issue.deadline is not null",
                                "issue.deadline",
                                "0",
                                direction,
                                issue -> String.valueOf(issue.deadline()),
                                cursor -> cursor.date(1)),
                        registered("issue.deadline is null", SortDirection.DESC));
            case CLOSED_AT ->
                List.of(
                        new Stretch(
                                "issue.closed_at is not null",
                                "issue.closed_at",
                                NO_TIME,
                                direction,
                                issue -> Cursor.key(Objects.requireNonNull(issue.closedAt())),
                                IssueOrder::moment),
                        registered("issue.closed_at is null", SortDirection.DESC));
            case SEVERITY -> bySeverity();
            case LEDGER_NUMBER ->
                List.of(new Stretch(
                        "",
                        "issue.ledger_place",
                        "0",
                        direction,
                        issue -> place(issue.ledgerNumber()),
                        cursor -> cursor.number(1)));
        };
    }

    private List<Stretch> bySeverity() {
        List<Severity> grades = new ArrayList<>(List.of(Severity.values()));
        if (direction == SortDirection.DESC) {
            Collections.reverse(grades);
        }
        return grades.stream()
                .map(grade -> registered("issue.severity = '" + grade.name() + "'", SortDirection.DESC))
                .toList();
    }

    private static Stretch registered(String condition, SortDirection direction) {
        return new Stretch(
                condition,
                REGISTERED_AT,
                NO_TIME,
                direction,
                issue -> Cursor.key(issue.registeredAt()),
                IssueOrder::moment);
    }

    private static Object moment(Cursor cursor) {
        Instant moment = cursor.moment(1);
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** @return what {@code ledger_place} of V10 holds: as texts, 10000 would come before 9999 */
    private static String place(String ledgerNumber) {
        String[] parts = ledgerNumber.substring(2).split("-", 3);
        return parts[0] + parts[1] + "0".repeat(9 - parts[2].length()) + parts[2];
    }

    /**
     * @param text what the caller sent
     * @throws Refusal 400 when it is no cursor of this question
     */
    Cursor cursor(String text, String question) {
        Cursor cursor = Cursor.decoded(text, question, 3);
        if (cursor.number(0) < 0 || cursor.number(0) >= stretches().size()) {
            throw Cursor.refused();
        }
        return cursor;
    }

    /** @return the stretch in which the page before ended, counted from 0 */
    static int stretch(Cursor cursor) {
        return (int) cursor.number(0);
    }

    /** @return the cursor that ends at a row of a stretch, counted from 0 */
    Cursor cursorAt(int stretch, IssueFields issue, String question) {
        String key = stretches().get(stretch).keyOf().apply(issue);
        return new Cursor(List.of(Integer.toString(stretch), key, issue.id().toString()), question);
    }
}
