package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.ledger.SourceKey;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.kit.region.Regions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a whole ledger: titles, the header, then issues; all findings at once. */
final class LedgerReader {

    private static final int MOST_ISSUES = 20_000;
    private static final int LAST_ROW_FOR_HEADER = 30;

    private final UUID campaignId;
    private final int year;
    private final Regions regions;
    private final Function<NewIssue, List<Violation>> rules;

    /**
     * @param year the campaign's, of dates that name none
     * @param rules what is wrong with an issue, field by field
     */
    LedgerReader(UUID campaignId, int year, Regions regions, Function<NewIssue, List<Violation>> rules) {
        this.campaignId = campaignId;
        this.year = year;
        this.regions = regions;
        this.rules = rules;
    }

    /**
     * @return every row, in order; at least one
     * @throws Refusal 400 when the file cannot be read, 422 with the findings when rows cannot be registered
     */
    List<LedgerRow> read(CsvSheet sheet) {
        ColumnLayout layout = header(sheet);
        Findings findings = new Findings();
        RowReader reader = new RowReader(campaignId, year, new LedgerTerms(regions), layout, rules, findings);
        Map<SourceKey, Integer> seen = new HashMap<>();
        List<LedgerRow> rows = new ArrayList<>();
        int count = 0;
        for (Optional<SheetRow> row = sheet.next(); row.isPresent(); row = sheet.next()) {
            count++;
            if (count > MOST_ISSUES) {
                throw unreadable(
                        "一次最多导入 " + MOST_ISSUES + " 行，请分成几个文件导入。",
                        "At most " + MOST_ISSUES + " rows are imported at once; split the file.");
            }
            int number = row.get().number();
            reader.read(row.get())
                    .filter(issue -> isFirst(issue, number, seen, findings))
                    .ifPresent(issue -> rows.add(new LedgerRow(number, issue)));
        }
        if (count == 0) {
            throw unreadable("文件只有表头，没有问题。", "The file has a header and no rows.");
        }
        if (findings.count() > 0) {
            throw findings.refusal(ProblemType.UNPROCESSABLE);
        }
        return rows;
    }

    private static boolean isFirst(NewIssue issue, int row, Map<SourceKey, Integer> seen, Findings findings) {
        SourceKey key = SourceKey.of(issue);
        Integer first = seen.putIfAbsent(key, row);
        if (first == null) {
            return true;
        }
        Words same = same(key);
        findings.add(
                row,
                LedgerColumn.telling(key).title(),
                new Words("与第 " + first + " 行重复：" + same.zh(), "repeats row " + first + ": " + same.en()));
        return false;
    }

    private static Words same(SourceKey key) {
        if (key.documentNumber() == null) {
            return new Words("没有文号，来源、地区、日期和描述均相同", "no document, and the same source, region, date and description");
        }
        return key.itemNumber() == null
                ? new Words(
                        "没有条目号，来源、文号、地区和描述均相同", "no item number, and the same source, document, region and description")
                : new Words("来源、文号、条目号和地区均相同", "same source, document, item and region");
    }

    private static ColumnLayout header(CsvSheet sheet) {
        boolean empty = true;
        for (Optional<SheetRow> row = sheet.next();
                row.isPresent() && row.get().number() <= LAST_ROW_FOR_HEADER;
                row = sheet.next()) {
            empty = false;
            Optional<ColumnLayout> layout = ColumnLayout.of(row.get());
            if (layout.isPresent()) {
                return layout.get();
            }
        }
        if (empty) {
            throw unreadable("文件是空的。", "The file is empty.");
        }
        String required = LedgerColumn.required().map(LedgerColumn::title).collect(Collectors.joining("、"));
        throw unreadable(
                "前 " + LAST_ROW_FOR_HEADER + " 行中没有找到表头。表头须有：" + required + "；如列名显示为乱码，请核对文件编码。",
                "No header was found in the first " + LAST_ROW_FOR_HEADER + " rows. It has at least " + required
                        + "; if those look garbled, check the encoding.");
    }

    private static Refusal unreadable(String zh, String en) {
        return new Refusal(ProblemType.INVALID_REQUEST, zh, en);
    }
}
