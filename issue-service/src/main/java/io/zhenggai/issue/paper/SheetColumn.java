package io.zhenggai.issue.paper;

import io.zhenggai.issue.ledger.IssueFields;
import io.zhenggai.issue.ledger.LedgerLine;
import io.zhenggai.kit.calendar.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of the ledger 整改台账, in its order. Tasks and measures are the plan's; leaders and telephone numbers nobody has told. */
enum SheetColumn {
    SEQUENCE("序号", 5, (row, line) -> row.number(line.number())),
    LEDGER_NUMBER("台账编号", 18, (row, line) -> row.text(line.issue().ledgerNumber())),
    SOURCE("问题来源", 14, (row, line) -> row.text(line.issue().source().chinese())),
    DOCUMENT_NUMBER(
            "来源文号", 14, (row, line) -> row.text(line.of().sources().get(0).documentNumber())),
    REGION("所属地区", 11, (row, line) -> row.text(line.region())),
    DESCRIPTION("问题描述", 34, (row, line) -> row.text(line.issue().description())),
    CATEGORY("问题类别", 9, (row, line) -> row.text(line.issue().category().chinese())),
    SEVERITY("严重程度", 9, (row, line) -> row.text(line.issue().severity().chinese())),
    CAUSE("原因分析", 24, (row, line) -> row.text(line.issue().causeAnalysis())),
    GOAL("整改目标", 20, (row, line) -> row.text(line.issue().rectificationGoal())),
    TASK("任务", 14, (row, line) -> row.text(null)),
    MEASURES("整改措施", 18, (row, line) -> row.text(null)),
    LEAD_UNIT("牵头单位", 12, (row, line) -> row.text(line.issue().leadUnit())),
    COOPERATING_UNITS(
            "配合单位", 14, (row, line) -> row.text(String.join("、", line.issue().cooperatingUnits()))),
    RESPONSIBLE_LEADER("责任领导", 8, (row, line) -> row.text(null)),
    RESPONSIBLE_PERSON("责任人", 8, (row, line) -> row.text(line.issue().responsiblePerson())),
    TELEPHONE("联系电话", 12, (row, line) -> row.text(null)),
    DEADLINE("整改时限", 11, (row, line) -> row.day(line.issue().deadline())),
    PROGRESS("整改进展", 20, (row, line) -> row.text(line.issue().progress())),
    RESULT("整改结果", 24, (row, line) -> row.text(line.issue().result())),
    STATUS("状态", 9, (row, line) -> row.text(line.issue().status().chinese())),
    CLOSED_AT("销号时间", 11, (row, line) -> row.day(dayOf(line.issue().closedAt()))),
    VERIFIED_BY("验收人", 9, (row, line) -> row.text(line.issue().verifiedBy())),
    REMARKS("备注", 16, (row, line) -> row.text(Remarks.of(line.of())));

    /**
     * What a row is made of.
     *
     * @param number of the row, from 1
     * @param region in words
     */
    record Line(int number, LedgerLine of, String region) {

        IssueFields issue() {
            return of.issue();
        }
    }

    /** What stands in the cells of a column. */
    enum Kind {
        NUMBER,
        TEXT,
        DAY
    }

    private interface Filling {
        void fill(SheetRow row, Line line);
    }

    private final String title;
    private final int width;
    private final Filling filling;

    SheetColumn(String title, int width, Filling filling) {
        this.title = title;
        this.width = width;
        this.filling = filling;
    }

    String title() {
        return title;
    }

    /** @return in characters of a sheet, of which a Chinese one takes two */
    int width() {
        return width;
    }

    Kind kind() {
        return switch (this) {
            case SEQUENCE -> Kind.NUMBER;
            case DEADLINE, CLOSED_AT -> Kind.DAY;
            default -> Kind.TEXT;
        };
    }

    void fill(SheetRow row, Line line) {
        filling.fill(row, line);
    }

    private static @Nullable LocalDate dayOf(@Nullable Instant moment) {
        return Optional.ofNullable(moment).map(BusinessTime::dateOf).orElse(null);
    }
}
