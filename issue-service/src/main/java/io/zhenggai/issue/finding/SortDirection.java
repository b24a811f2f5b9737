package io.zhenggai.issue.finding;

/** Which end of an order comes first. */
public enum SortDirection {
    /** The least first. */
    ASC("asc", ">"),
    /** The greatest first. */
    DESC("desc", "<");

    private final String sql;
    private final String behind;

    SortDirection(String sql, String behind) {
        this.sql = sql;
        this.behind = behind;
    }

    /** @return the word in SQL */
    String sql() {
        return sql;
    }

    /** @return how a key behind another one compares with it */
    String behind() {
        return behind;
    }
}
