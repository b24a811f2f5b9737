package io.zhenggai.plan.plan;

/** Where a plan stands. */
public enum PlanStatus {
    /** 草稿. */
    DRAFT("草稿"),
    /** 已报待审. */
    SUBMITTED("已报待审"),
    /** 退回修改. */
    RETURNED("退回修改"),
    /** 审核通过. */
    ACCEPTED("审核通过");

    private final String chinese;

    PlanStatus(String chinese) {
        this.chinese = chinese;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }
}
