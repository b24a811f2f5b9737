package io.zhenggai.plan.obligation;

/** What is owed, how it is met, and who owes it. */
public enum ObligationCode {
    /** 整改方案. */
    PLAN("整改方案", ObligationKind.FILING, Debtor.EACH_OFFICE),
    /** 专题培训. */
    SPECIAL_TRAINING("专题培训", ObligationKind.ACTION, Debtor.EACH_OFFICE),
    /** 总结报告. */
    SUMMARY_REPORT("总结报告", ObligationKind.FILING, Debtor.EACH_OFFICE),
    /** 推进会. */
    PROMOTION_MEETING("推进会", ObligationKind.ACTION, Debtor.PROVINCE),
    /** 针对性培训. */
    TARGETED_TRAINING("针对性培训", ObligationKind.ACTION, Debtor.PROVINCE_FOR_EACH_CITY),
    /** 经验交流. */
    EXPERIENCE_EXCHANGE("经验交流", ObligationKind.ACTION, Debtor.PROVINCE),
    /** 专家授课. */
    EXPERT_LECTURE("专家授课", ObligationKind.ACTION, Debtor.PROVINCE);

    private final String chinese;
    private final ObligationKind kind;
    private final Debtor debtor;

    ObligationCode(String chinese, ObligationKind kind, Debtor debtor) {
        this.chinese = chinese;
        this.kind = kind;
        this.debtor = debtor;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }

    /** @return how it is met, in every campaign */
    public ObligationKind kind() {
        return kind;
    }

    /** @return who owes it, in every campaign */
    public Debtor debtor() {
        return debtor;
    }

    /** Who owes something. */
    public enum Debtor {
        /** Every regional office. */
        EACH_OFFICE,
        /** The province, once. */
        PROVINCE,
        /** The province, once for each city. */
        PROVINCE_FOR_EACH_CITY
    }
}
