package io.zhenggai.plan.obligation;

/** Where an obligation stands. */
public enum ObligationStatus {
    /** 未报. */
    OPEN("未报"),
    /** 已报待审. */
    SUBMITTED("已报待审"),
    /** 退回修改. */
    RETURNED("退回修改"),
    /** 审核通过. */
    ACCEPTED("审核通过"),
    /** 免报; reserved. */
    WAIVED("免报");

    private final String chinese;

    ObligationStatus(String chinese) {
        this.chinese = chinese;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }
}
