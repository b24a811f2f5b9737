package io.zhenggai.issue.ledger;

/** What an issue is about 问题类别. */
public enum Category {
    /** 环节. */
    PROCEDURES("环节"),
    /** 时间. */
    TIME("时间"),
    /** 成本. */
    COST("成本"),
    /** 建筑质量控制. */
    QUALITY_CONTROL("建筑质量控制"),
    /** 体外循环. */
    OFF_SYSTEM("体外循环"),
    /** 隐性审批. */
    HIDDEN_APPROVAL("隐性审批"),
    /** 审批系统. */
    SYSTEM_PLATFORM("审批系统"),
    /** 服务. */
    SERVICE("服务"),
    /** 政策落实. */
    POLICY("政策落实"),
    /** 其他. */
    OTHER("其他");

    private final String chinese;

    Category(String chinese) {
        this.chinese = chinese;
    }

    /** @return the name that officials read and write */
    public String chinese() {
        return chinese;
    }
}
