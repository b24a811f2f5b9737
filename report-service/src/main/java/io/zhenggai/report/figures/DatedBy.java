package io.zhenggai.report.figures;

/** Which day of an issue must lie in a period for it to be counted there. */
public enum DatedBy {
    /** The day on which it was registered. */
    REGISTRATION("registered_on"),
    /** The day on which it was closed; what is not closed lies in no period. */
    CLOSING("case when status = 'CLOSED' then closed_on end");

    private final String column;

    DatedBy(String column) {
        this.column = column;
    }

    /** @return the SQL expression of the day, null where there is none */
    String column() {
        return column;
    }
}
