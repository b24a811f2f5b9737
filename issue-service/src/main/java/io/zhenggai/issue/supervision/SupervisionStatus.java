package io.zhenggai.issue.supervision;

/** Where a step stands. */
public enum SupervisionStatus {
    /** 待签发: proposed by rule or drafted by hand. */
    PROPOSED("待签发"),
    /** 已签发: waits for replies. */
    SIGNED("已签发"),
    /** 已办结: every reply is accepted. */
    ACCEPTED("已办结"),
    /** 不予采纳: dropped by a person, with a reason. */
    DISMISSED("不予采纳"),
    /** 已失效: its ground is gone, or it has become part of another one. */
    LAPSED("已失效");

    private final String chinese;

    SupervisionStatus(String chinese) {
        this.chinese = chinese;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }
}
