package io.zhenggai.issue.finding;

/** By what a list of issues is sorted. */
public enum IssueSort {
    /** When they were registered; the newest first unless asked otherwise. */
    REGISTERED_AT(SortDirection.DESC),
    /** Their deadlines; the nearest first. Those without one come last either way. */
    DEADLINE(SortDirection.ASC),
    /** When they were closed; the latest first. Those that are not closed come last either way. */
    CLOSED_AT(SortDirection.DESC),
    /** How grave they are; the gravest first, and of these the newest. */
    SEVERITY(SortDirection.DESC),
    /** Year, city and number. */
    LEDGER_NUMBER(SortDirection.ASC);

    private final SortDirection byDefault;

    IssueSort(SortDirection byDefault) {
        this.byDefault = byDefault;
    }

    /** @return the direction where none is asked for */
    SortDirection byDefault() {
        return byDefault;
    }
}
