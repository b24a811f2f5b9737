package io.zhenggai.issue.ledger;

import io.zhenggai.kit.identity.Role;

/** The kinds of sources (section 二 of the notice); which of them a campaign has is the campaign's data. */
public enum IssueSource {
    /** (一) 营商环境评价. */
    EVALUATION("全省营商环境评价", true, Default.PROVINCE),
    /** (二) 企业和群众反映强烈. */
    PUBLIC_PAIN_POINT("企业和群众反映强烈的问题", false, Default.CITY),
    /** (三)1 国家工作通报. */
    NATIONAL_CIRCULAR("国家工作通报", true, Default.PROVINCE),
    /** (三)2 省工作简报. */
    PROVINCIAL_BRIEFING("省工作简报", true, Default.PROVINCE),
    /** (三)2 审批系统运行成绩单. */
    SYSTEM_SCORECARD("审批系统运行成绩单", true, Default.PROVINCE),
    /** (三)3 体外循环、隐性审批专项整治. */
    HIDDEN_APPROVAL_CAMPAIGN("体外循环和隐性审批专项整治", true, Default.WHO_ASSIGNS),
    /** (三)4 微信小程序. */
    MINI_PROGRAM("建议和投诉微信小程序", true, Default.CITY),
    /** (三)5 自查. */
    SELF_INSPECTION("自查发现", false, Default.CITY),
    /** 四(三) 调研督导. */
    OTHER_SUPERVISION("调研督导发现", false, Default.WHO_ASSIGNS);

    private enum Default {
        PROVINCE,
        CITY,
        WHO_ASSIGNS
    }

    private final String chinese;
    private final boolean needsDocument;
    private final Default verifiedBy;

    IssueSource(String chinese, boolean needsDocument, Default verifiedBy) {
        this.chinese = chinese;
        this.needsDocument = needsDocument;
        this.verifiedBy = verifiedBy;
    }

    /** @return the name that officials read and write */
    public String chinese() {
        return chinese;
    }

    /** @return whether an item of this source always has a document or complaint number */
    public boolean needsDocument() {
        return needsDocument;
    }

    /** @return whether who complained is called back 回访 before the issue is closed */
    public boolean needsCallBack() {
        return this == PUBLIC_PAIN_POINT || this == MINI_PROGRAM;
    }

    /** @return whether whoever assigns verifies 谁交办、谁验收 */
    boolean isVerifiedByWhoAssigns() {
        return verifiedBy == Default.WHO_ASSIGNS;
    }

    /** @return who verifies unless the assignment says otherwise */
    public Level defaultVerifier(Role assigning) {
        return switch (verifiedBy) {
            case PROVINCE -> Level.PROVINCE;
            case CITY -> Level.CITY;
            case WHO_ASSIGNS -> Level.assigning(assigning);
        };
    }
}
