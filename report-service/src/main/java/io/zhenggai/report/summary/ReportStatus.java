package io.zhenggai.report.summary;

/** Where a report stands. */
public enum ReportStatus {
    /** 草稿. */
    DRAFT("草稿"),
    /** 已报待审. */
    SUBMITTED("已报待审"),
    /** 退回修改. */
    RETURNED("退回修改"),
    /** 审核通过. */
    ACCEPTED("审核通过");

    private final String chinese;

    ReportStatus(String chinese) {
        this.chinese = chinese;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }

    /** @return whether the office may still write on it, and its figures move with the ledger */
    boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }
}
