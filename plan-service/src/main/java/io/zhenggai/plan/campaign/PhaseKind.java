package io.zhenggai.plan.campaign;

/** What a phase 阶段 is for. */
public enum PhaseKind {
    /** 动员部署. */
    MOBILISATION("动员部署"),
    /** 开展培训. */
    TRAINING("开展培训"),
    /** 整改总结. */
    SUMMARY("整改总结"),
    /** 其他. */
    OTHER("其他");

    private final String chinese;

    PhaseKind(String chinese) {
        this.chinese = chinese;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }
}
