package io.zhenggai.issue.ledger;

/** How grave an issue is 严重程度. */
public enum Severity {
    /** 一般. */
    GENERAL("一般"),
    /** 较大. */
    SERIOUS("较大"),
    /** 重大. */
    MAJOR("重大");

    private final String chinese;

    Severity(String chinese) {
        this.chinese = chinese;
    }

    /** @return the name that officials read and write */
    public String chinese() {
        return chinese;
    }
}
