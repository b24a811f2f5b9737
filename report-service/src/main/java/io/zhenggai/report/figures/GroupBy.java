package io.zhenggai.report.figures;

import java.util.List;

/** By what issues are grouped. */
public enum GroupBy {
    /** Not at all: the total only. */
    NONE(""),
    /** By city; the key is its code. */
    CITY("city_code"),
    /** By the county, zone or city that the issue was registered for; the key is its code. */
    REGION("region_code"),
    /** By source code. */
    SOURCE("source"),
    /** By category. */
    CATEGORY("category"),
    /** By severity. */
    SEVERITY("severity"),
    /** By the month of registration; the key is such as {@code 2021-10}. */
    MONTH("to_char(registered_on, 'YYYY-MM')"),
    /** By the month of the close-out, as {@link #MONTH}; what is not closed is in no group. */
    CLOSING_MONTH("case when status = 'CLOSED' then to_char(closed_on, 'YYYY-MM') end");

    private final String column;

    GroupBy(String column) {
        this.column = column;
    }

    /** @return the SQL expression of the group's key, null for what is in no group; of {@link #NONE} there is none */
    String column() {
        return column;
    }

    /** @return this one as a list of groupings: none where it is {@link #NONE} */
    List<GroupBy> asList() {
        return this == NONE ? List.of() : List.of(this);
    }
}
