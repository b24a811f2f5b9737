package io.zhenggai.issue.ledger;

/** Where an issue stands. */
public enum IssueStatus {
    /** 已登记. */
    REGISTERED("已登记"),
    /** 已交办. */
    ASSIGNED("已交办"),
    /** 已签收. */
    ACKNOWLEDGED("已签收"),
    /** 整改中. */
    IN_RECTIFICATION("整改中"),
    /** 申请销号. */
    CLOSE_OUT_REQUESTED("申请销号"),
    /** 初审通过: only where the level above verifies. */
    FIRST_REVIEWED("初审通过"),
    /** 已销号. */
    CLOSED("已销号");

    private final String chinese;

    IssueStatus(String chinese) {
        this.chinese = chinese;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }
}
