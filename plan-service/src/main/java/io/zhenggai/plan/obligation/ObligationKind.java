package io.zhenggai.plan.obligation;

/** How an obligation is met. */
public enum ObligationKind {
    /** 报送类: something is submitted and reviewed. */
    FILING("报送类"),
    /** 工作类: something is done and shown. */
    ACTION("工作类");

    private final String chinese;

    ObligationKind(String chinese) {
        this.chinese = chinese;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }
}
