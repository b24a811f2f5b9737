package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.SourceKey;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The columns of the ledger 整改台账, in its order, and what an import does with each. */
enum LedgerColumn {
    /** Counts the rows of the sheet; says nothing of the issue. */
    SEQUENCE(Use.IGNORED, "序号"),
    LEDGER_NUMBER(Use.NOT_YET, "台账编号"),
    FORMER_NUMBER(Use.NOT_YET, "原台账编号", "原编号", "问题编号"),
    SOURCE(Use.REQUIRED, "问题来源", "来源", "来源渠道", "发现渠道"),
    DOCUMENT_NUMBER(Use.OPTIONAL, "来源文号", "文号", "来文文号", "文件编号"),
    ITEM_NUMBER(Use.OPTIONAL, "来源条目号", "条目号", "条目编号"),
    REGISTERED_ON(Use.NOT_YET, "登记日期", "登记时间", "录入日期"),
    DATED(Use.OPTIONAL, "来源日期", "来文日期", "发现日期", "发现时间"),
    TEXT_RECEIVED(Use.OPTIONAL, "来源原文", "原文"),
    REGION(Use.REQUIRED, "所属地区", "地区", "所在地区", "属地", "责任地区"),
    DESCRIPTION(Use.REQUIRED, "问题描述", "存在问题", "存在的问题", "具体问题", "主要问题", "问题内容", "问题"),
    CATEGORY(Use.REQUIRED, "问题类别", "类别", "问题分类", "问题类型"),
    SEVERITY(Use.REQUIRED, "严重程度", "程度", "问题程度"),
    CAUSE(Use.NOT_YET, "原因分析", "问题原因"),
    GOAL(Use.NOT_YET, "整改目标"),
    TASK(Use.NOT_YET, "任务", "整改任务"),
    MEASURES(Use.NOT_YET, "整改措施", "措施"),
    ASSIGNED_ON(Use.NOT_YET, "交办日期", "交办时间", "下达日期"),
    LEAD_UNIT(Use.NOT_YET, "牵头单位", "牵头部门", "责任单位"),
    COOPERATING_UNITS(Use.NOT_YET, "配合单位", "配合部门"),
    RESPONSIBLE_LEADER(Use.NOT_YET, "责任领导", "牵头领导"),
    RESPONSIBLE_PERSON(Use.NOT_YET, "责任人"),
    TELEPHONE(Use.NOT_YET, "联系电话", "电话"),
    DEADLINE(Use.NOT_YET, "整改时限", "完成时限", "整改期限", "完成时间"),
    PROGRESS(Use.NOT_YET, "整改进展", "进展情况", "整改进展情况"),
    RESULT(Use.NOT_YET, "整改结果", "整改成效", "整改情况"),
    LASTING_MECHANISM(Use.NOT_YET, "长效措施", "长效机制"),
    STATUS(Use.NOT_YET, "状态", "整改状态"),
    CLOSED_AT(Use.NOT_YET, "销号时间", "销号日期"),
    VERIFYING_UNIT(Use.NOT_YET, "验收单位", "验收部门"),
    VERIFIED_BY(Use.NOT_YET, "验收人", "验收人员"),
    REMARKS(Use.NOT_YET, "备注"),
    /** What an error file says beside its rows; whoever has put them right need not take it away. */
    FAULTS(Use.IGNORED, "错误原因");

    /** What an import does with a column. */
    enum Use {
        /** It must be there, and every row must say something. */
        REQUIRED,
        /** It may be missing, and rows may say nothing. */
        OPTIONAL,
        /** Whatever it says is passed over. */
        IGNORED,
        /** It may be there as long as it says nothing: what is not imported must not vanish. */
        NOT_YET
    }

    private static final Map<String, LedgerColumn> BY_TITLE = byTitle();

    /** "问题描述（不超过2000字）" and "问题描述*" are 问题描述. */
    private static final Pattern NOTE = Pattern.compile("\\s+|[*]+|\\(.*\\)$");

    private final Use use;
    private final List<String> titles;

    LedgerColumn(Use use, String... titles) {
        this.use = use;
        this.titles = List.of(titles);
    }

    Use use(ImportKind kind) {
        if (kind == ImportKind.NEW) {
            return use;
        }
        return switch (this) {
            case STATUS -> Use.REQUIRED;
            // Of a person, and nothing that the ledger keeps.
            case TELEPHONE -> Use.NOT_YET;
            default -> use == Use.NOT_YET ? Use.OPTIONAL : use;
        };
    }

    /** @return the title in the official ledger */
    String title() {
        return titles.get(0);
    }

    /** @return the column of that title, as people write it; empty when it is none of the ledger's */
    static Optional<LedgerColumn> of(String title) {
        String plain =
                NOTE.matcher(Normalizer.normalize(title, Normalizer.Form.NFKC)).replaceAll("");
        return Optional.ofNullable(BY_TITLE.get(plain));
    }

    static Stream<LedgerColumn> required(ImportKind kind) {
        return Arrays.stream(values()).filter(column -> column.use(kind) == Use.REQUIRED);
    }

    /** @return the column that a field of a new issue, or of how it stood, comes from */
    static LedgerColumn ofField(String field) {
        return switch (field) {
            case "sourceItem.source" -> SOURCE;
            case "sourceItem.documentNumber" -> DOCUMENT_NUMBER;
            case "sourceItem.itemNumber" -> ITEM_NUMBER;
            case "sourceItem.dated" -> DATED;
            case "sourceItem.textReceived" -> TEXT_RECEIVED;
            case "region" -> REGION;
            case "description" -> DESCRIPTION;
            case "category" -> CATEGORY;
            case "severity" -> SEVERITY;
            case "status" -> STATUS;
            case "registeredOn" -> REGISTERED_ON;
            case "assignedOn" -> ASSIGNED_ON;
            case "deadline" -> DEADLINE;
            case "leadUnit" -> LEAD_UNIT;
            case "responsiblePerson" -> RESPONSIBLE_PERSON;
            case "causeAnalysis" -> CAUSE;
            case "rectificationGoal" -> GOAL;
            case "progress" -> PROGRESS;
            case "result" -> RESULT;
            case "lastingMechanism" -> LASTING_MECHANISM;
            case "closedOn" -> CLOSED_AT;
            case "verifiedBy" -> VERIFIED_BY;
            case "former.number" -> FORMER_NUMBER;
            case "former.verifyingUnit" -> VERIFYING_UNIT;
            case "former.task" -> TASK;
            case "former.measures" -> MEASURES;
            case "former.responsibleLeader" -> RESPONSIBLE_LEADER;
            case "former.remarks" -> REMARKS;
            // Bean Validation counts them: cooperatingUnits[2].
            default -> ofUnits(field);
        };
    }

    private static LedgerColumn ofUnits(String field) {
        if (field.startsWith("cooperatingUnits")) {
            return COOPERATING_UNITS;
        }
        throw new IllegalArgumentException("no column holds " + field);
    }

    /** @return the column that tells an issue from the others of its document, region and source */
    static LedgerColumn telling(SourceKey key) {
        return key.description() == null ? ITEM_NUMBER : DESCRIPTION;
    }

    private static Map<String, LedgerColumn> byTitle() {
        Map<String, LedgerColumn> columns = new HashMap<>();
        for (LedgerColumn column : values()) {
            column.titles.forEach(title -> columns.put(title, column));
        }
        return Map.copyOf(columns);
    }
}
