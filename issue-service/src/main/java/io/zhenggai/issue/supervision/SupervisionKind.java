package io.zhenggai.issue.supervision;

/** The steps of the ladder, the mildest first. */
public enum SupervisionKind {
    /** 提示函. */
    PROMPT_LETTER("提示函", "提", true),
    /** 督办单. */
    SUPERVISION_SLIP("督办单", "督", true),
    /** 约谈. */
    TALK("约谈通知", "约", false),
    /** 通报. */
    CIRCULAR("通报", "通", false);

    private final String chinese;
    private final String inNumbers;
    private final boolean ofOffices;

    SupervisionKind(String chinese, String inNumbers, boolean ofOffices) {
        this.chinese = chinese;
        this.inNumbers = inNumbers;
        this.ofOffices = ofOffices;
    }

    /** @return what the document is called */
    public String chinese() {
        return chinese;
    }

    /** @return the character by which its numbers are told from those of other kinds */
    String inNumbers() {
        return inNumbers;
    }

    /** @return whether an office may sign it; the others are the province's alone */
    boolean isOfOffices() {
        return ofOffices;
    }
}
