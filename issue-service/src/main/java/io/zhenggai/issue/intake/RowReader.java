package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.Category;
import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.ledger.Registration;
import io.zhenggai.issue.ledger.Severity;
import io.zhenggai.issue.ledger.SourceItem;
import io.zhenggai.issue.sheet.SheetRow;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.kit.text.Characters;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes issues of rows, or findings. */
final class RowReader {

    /** What spreadsheets show where a formula has failed. */
    private static final Pattern FAILED =
            Pattern.compile("#(REF!|N/A|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)|Err:\\d+");

    private static final Words REQUIRED = new Words("必须填写", "is required");

    private final UUID campaignId;
    private final LedgerTerms terms;
    private final ColumnLayout layout;
    private final ImportKind kind;
    private final Function<NewIssue, List<Violation>> rules;
    private final Findings findings;

    /** The columns of the row at hand that cannot be read. */
    private final Set<LedgerColumn> unread = EnumSet.noneOf(LedgerColumn.class);

    /**
     * @param rules what is wrong with an issue, field by field
     */
    RowReader(
            UUID campaignId,
            LedgerTerms terms,
            ColumnLayout layout,
            ImportKind kind,
            Function<NewIssue, List<Violation>> rules,
            Findings findings) {
        this.campaignId = campaignId;
        this.terms = terms;
        this.layout = layout;
        this.kind = kind;
        this.rules = rules;
        this.findings = findings;
    }

    /** @return the issue; empty when the row gave findings, of which each column has its own */
    Optional<NewIssue> read(SheetRow row) {
        int before = findings.count();
        unread.clear();
        refuseFailedFormulas(row);
        refuseWhatWouldVanish(row);
        NewIssue issue = issue(row);
        rules.apply(issue).forEach(violation -> refuse(row, violation));
        return findings.count() == before ? Optional.of(issue) : Optional.empty();
    }

    /** @return whether the row that was read last has a finding already in the column of that title, which cannot be read */
    boolean isUnread(String title) {
        return unread.stream().anyMatch(column -> column.title().equals(title));
    }

    /** In the place of what cannot be read stands what breaks no rule of another column: a rule of the same one is not looked at then. */
    private NewIssue issue(SheetRow row) {
        Optional<IssueSource> source =
                term(row, LedgerColumn.SOURCE, LedgerTerms::source, "没有这一问题来源", "no such source");
        Optional<Category> category =
                term(row, LedgerColumn.CATEGORY, LedgerTerms::category, "没有这一问题类别", "no such category");
        Optional<Severity> severity =
                term(row, LedgerColumn.SEVERITY, LedgerTerms::severity, "没有这一严重程度", "no such severity");
        Words unknownRegion = Registration.unknownRegion().message();
        Optional<String> region = term(row, LedgerColumn.REGION, terms::region, unknownRegion.zh(), unknownRegion.en());
        Optional<LocalDate> dated = date(row);
        String description = text(row, LedgerColumn.DESCRIPTION);
        if (description.isEmpty()) {
            refuse(row, LedgerColumn.DESCRIPTION, REQUIRED);
        }
        SourceItem item = new SourceItem(
                source.orElse(IssueSource.SELF_INSPECTION),
                text(row, LedgerColumn.DOCUMENT_NUMBER),
                text(row, LedgerColumn.ITEM_NUMBER),
                dated.orElse(null),
                text(row, LedgerColumn.TEXT_RECEIVED));
        return new NewIssue(
                campaignId,
                region.orElse(""),
                description,
                category.orElse(Category.OTHER),
                severity.orElse(Severity.GENERAL),
                item);
    }

    /** What cannot be read, once for a column. */
    private void refuse(SheetRow row, LedgerColumn column, Words rule) {
        if (unread.add(column)) {
            findings.add(row.number(), column.title(), rule);
        }
    }

    private void refuse(SheetRow row, Violation broken) {
        LedgerColumn column = LedgerColumn.ofField(broken.field());
        if (unread.contains(column)) {
            return;
        }
        Words rule = broken.message();
        // Another region's name reads like one that is none.
        if (column == LedgerColumn.REGION) {
            String text = Shown.of(layout.cell(row, column));
            rule = new Words(rule.zh() + "：" + text, rule.en() + ": " + text);
        }
        findings.add(row.number(), column.title(), rule);
    }

    private void refuseFailedFormulas(SheetRow row) {
        layout.places().keySet().stream()
                .filter(column -> column.use(kind) != LedgerColumn.Use.IGNORED)
                .filter(column -> FAILED.matcher(layout.cell(row, column)).matches())
                .forEach(column -> refuse(
                        row,
                        column,
                        new Words(
                                "公式出错（" + layout.cell(row, column) + "），请改为正确的内容",
                                "the formula has failed: " + layout.cell(row, column))));
    }

    private void refuseWhatWouldVanish(SheetRow row) {
        layout.places().keySet().stream()
                .filter(column -> column.use(kind) == LedgerColumn.Use.NOT_YET)
                .filter(column -> !layout.cell(row, column).isEmpty())
                .forEach(column -> refuse(row, column, wouldVanish()));
        layout.stray(row)
                .ifPresent(place -> findings.add(
                        row.number(),
                        "第 " + place + " 列",
                        new Words("此单元格没有对应的列名", "nothing stands above this cell in the header")));
    }

    private Words wouldVanish() {
        return kind == ImportKind.NEW
                ? new Words("此列暂不支持导入，请清空后重新导入", "this column is not imported yet; leave it empty")
                : new Words("联系电话不随台账导入，请清空后重新导入", "telephone numbers are not taken over; leave it empty");
    }

    private <T> Optional<T> term(
            SheetRow row, LedgerColumn column, Function<String, Optional<T>> terms, String zh, String en) {
        String text = layout.cell(row, column);
        if (text.isEmpty()) {
            refuse(row, column, REQUIRED);
            return Optional.empty();
        }
        Optional<T> found = terms.apply(text);
        if (found.isEmpty()) {
            refuse(row, column, new Words(zh + "：" + Shown.of(text), en + ": " + Shown.of(text)));
        }
        return found;
    }

    private Optional<LocalDate> date(SheetRow row) {
        String text = layout.cell(row, LedgerColumn.DATED);
        Optional<LocalDate> date = terms.date(text);
        if (date.isEmpty() && !text.isEmpty()) {
            refuse(row, LedgerColumn.DATED, LedgerTerms.noDate(text));
        }
        return date;
    }

    private String text(SheetRow row, LedgerColumn column) {
        return Characters.normalised(layout.cell(row, column));
    }
}
