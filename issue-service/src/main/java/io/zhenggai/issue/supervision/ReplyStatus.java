package io.zhenggai.issue.supervision;

/** Where the reply of one addressee stands. */
public enum ReplyStatus {
    /** 待回复. */
    OWED("待回复"),
    /** 已回复: waits for who has signed. */
    REPLIED("已回复"),
    /** 退回重报. */
    RETURNED("退回重报"),
    /** 回复通过. */
    ACCEPTED("回复通过");

    private final String chinese;

    ReplyStatus(String chinese) {
        this.chinese = chinese;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }

    /** @return whether the addressee has to reply */
    boolean isOwed() {
        return this == OWED || this == RETURNED;
    }
}
