package io.zhenggai.issue.paper;

import java.util.Map;
import java.util.Objects;

/** What stands in the record as a code, in the words of officials. */
final class DossierTerms {

    private static final Map<String, String> DEEDS = Map.ofEntries(
            Map.entry("REGISTER", "登记"),
            Map.entry("TAKE_OVER", "由既有台账转入"),
            Map.entry("CORRECT", "更正"),
            Map.entry("ASSIGN", "交办"),
            Map.entry("REJECT", "不予受理"),
            Map.entry("ACKNOWLEDGE", "签收"),
            Map.entry("ALLOT", "分办"),
            Map.entry("REASSIGN", "改派"),
            Map.entry("ANALYSE_CAUSE", "原因分析"),
            Map.entry("RECTIFY", "开展整改"),
            Map.entry("REPORT_PROGRESS", "报告进展"),
            Map.entry("ADD_EVIDENCE", "上传佐证材料"),
            Map.entry("ASK", "提出申请"),
            Map.entry("REFUSE", "不同意申请"),
            Map.entry("WITHDRAW", "撤回申请"),
            Map.entry("EXTEND", "同意延期"),
            Map.entry("MAKE_LONG_TERM", "转为长期坚持"),
            Map.entry("REVIEW_STAGE", "阶段评估"),
            Map.entry("REQUEST_CLOSE_OUT", "申请销号"),
            Map.entry("FIRST_REVIEW", "初审通过"),
            Map.entry("CLOSE", "销号"),
            Map.entry("RETURN", "退回"),
            Map.entry("REVOKE_CLOSE_OUT", "撤销销号"),
            Map.entry("ADD_SOURCE_ITEM", "增加来源"),
            Map.entry("ANSWER", "答复"),
            Map.entry("CALL_BACK", "回访"),
            Map.entry("SPLIT", "拆分"),
            Map.entry("MERGE", "合并至其他问题"),
            Map.entry("ABSORB", "并入其他问题"),
            Map.entry("UNMERGE", "撤销合并"),
            Map.entry("RELEASE", "撤销并入"),
            Map.entry("CARRY_OVER", "结转"));

    private static final Map<String, String> ROLES = Map.of(
            "province", "省工改办",
            "member-unit", "省级成员单位",
            "office", "省辖市工改办",
            "indicator-lead", "指标牵头部门",
            "county", "县（市、区）、开发区",
            "department", "成员单位、配合部门",
            "leader", "领导",
            "auditor", "督查",
            "system", "省级系统");

    private DossierTerms() {}

    /** @return the term of what was done; the code itself of what is newer than this table */
    static String deed(String action) {
        return Objects.requireNonNullElse(DEEDS.get(action), action);
    }

    static String role(String role) {
        return Objects.requireNonNullElse(ROLES.get(role), role);
    }
}
