package io.zhenggai.issue.ledger;

/** What who complained said when they were called back 回访. */
public enum CallBackResult {
    /** 满意. */
    SATISFIED("满意"),
    /** 基本满意. */
    MOSTLY_SATISFIED("基本满意"),
    /** 不满意: it is closed with the verifier's explanation only. */
    DISSATISFIED("不满意"),
    /** 联系不上. */
    UNREACHABLE("联系不上"),
    /** 匿名. */
    ANONYMOUS("匿名");

    private final String chinese;

    CallBackResult(String chinese) {
        this.chinese = chinese;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }
}
