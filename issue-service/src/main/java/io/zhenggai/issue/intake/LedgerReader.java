package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.ledger.SourceKey;
import io.zhenggai.issue.ledger.TakeOver;
import io.zhenggai.issue.sheet.Sheet;
import io.zhenggai.issue.sheet.SheetRow;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a whole ledger: titles, the header, then issues; all findings at once. */
final class LedgerReader {

    private static final int MOST_AT_ONCE = 20_000;
    private static final int CHUNK = 500;

    private final UUID campaignId;
    private final int year;
    private final Regions regions;
    private final Function<NewIssue, List<Violation>> rules;
    private final Optional<Function<TakeOver, List<Violation>>> takeOverRules;

    /**
     * Reads what is new to everybody.
     *
     * @param year the campaign's, of dates that name none
     * @param rules what is wrong with an issue, field by field
     */
    LedgerReader(UUID campaignId, int year, Regions regions, Function<NewIssue, List<Violation>> rules) {
        this.campaignId = campaignId;
        this.year = year;
        this.regions = regions;
        this.rules = rules;
        this.takeOverRules = Optional.empty();
    }

    /** Reads an existing ledger by the rules of another reader, and by those of how its issues stand. */
    private LedgerReader(LedgerReader other, Function<TakeOver, List<Violation>> takeOverRules) {
        this.campaignId = other.campaignId;
        this.year = other.year;
        this.regions = other.regions;
        this.rules = other.rules;
        this.takeOverRules = Optional.of(takeOverRules);
    }

    /**
     * @param broken what is wrong with how an issue stands, field by field
     * @return a reader of existing ledgers, whose rows say how they stand
     */
    LedgerReader ofExisting(Function<TakeOver, List<Violation>> broken) {
        return new LedgerReader(this, broken);
    }

    private ImportKind kind() {
        return takeOverRules.isPresent() ? ImportKind.EXISTING : ImportKind.NEW;
    }

    /**
     * @return every row, in order; at least one and at most 20,000
     * @throws Refusal 400 when the file cannot be read, 422 with the findings when rows cannot be registered
     */
    List<LedgerRow> read(Sheet sheet) {
        Findings findings = new Findings();
        List<LedgerRow> rows = new ArrayList<>();
        read(sheet, MOST_AT_ONCE, findings, chunk -> rows.addAll(chunk.good()));
        if (findings.count() > 0) {
            throw findings.refusal(ProblemType.UNPROCESSABLE);
        }
        return rows;
    }

    /**
     * Some rows of a file, as they follow each other.
     *
     * @param layout where its columns stand
     * @param last how many rows have been read with these
     * @param width how many cells the longest of these rows has, the header among them
     * @param good those without findings
     */
    record Chunk(ColumnLayout layout, int last, int width, List<LedgerRow> good) {}

    /**
     * Reads a file without holding it: 500 rows at a time, and a digest of each row's key.
     *
     * @param most how many rows it may have
     * @param findings is told what is wrong, in the order of the rows
     * @param take is given every chunk, once all that is wrong with its rows was told
     * @throws Refusal 400 when the file cannot be read
     */
    void read(Sheet sheet, int most, Findings findings, Consumer<Chunk> take) {
        SheetRow header = header(sheet);
        ColumnLayout layout = ColumnLayout.of(header, kind()).orElseThrow();
        LedgerTerms terms = new LedgerTerms(regions, year, sheet.dayZero());
        RowReader reader = new RowReader(campaignId, terms, layout, kind(), rules, findings);
        Optional<StandingReader> standings = takeOverRules.map(broken -> new StandingReader(terms, layout, broken));
        Map<String, Integer> seen = new HashMap<>();
        List<LedgerRow> good = new ArrayList<>();
        int width = header.cells().size();
        int count = 0;
        for (Optional<SheetRow> row = sheet.next(); row.isPresent(); row = sheet.next()) {
            if (layout.isBlank(row.get())) {
                continue;
            }
            count++;
            if (count > most) {
                throw unreadable(
                        "一次最多导入 " + most + " 行，请分成几个文件导入。",
                        "At most " + most + " rows are imported at once; split the file.");
            }
            int number = row.get().number();
            width = Math.max(width, row.get().cells().size());
            SheetRow read = row.get();
            Optional<Standing> standing = standings.map(rules -> rules.read(read));
            Optional<NewIssue> issue = reader.read(read);
            if (issue.isPresent()) {
                onlyOnce(new LedgerRow(number, issue.get(), standing), seen, findings)
                        .ifPresent(good::add);
            } else {
                // What has a number of this ledger may be in it, whatever its state says.
                standing.filter(stood -> stood.number().isEmpty()).stream()
                        .flatMap(stood -> stood.unlessKnown().stream())
                        .filter(wrong -> !reader.isUnread(wrong.field()))
                        .forEach(findings::add);
            }
            if (count % CHUNK == 0) {
                take.accept(new Chunk(layout, count, width, List.copyOf(good)));
                good.clear();
            }
        }
        if (count == 0) {
            throw unreadable("文件只有表头，没有问题。", "The file has a header and no rows.");
        }
        take.accept(new Chunk(layout, count, width, List.copyOf(good)));
    }

    /** In an existing ledger rows that read alike may be known by their numbers. */
    private static Optional<LedgerRow> onlyOnce(LedgerRow row, Map<String, Integer> seen, Findings findings) {
        SourceKey key = SourceKey.of(row.issue());
        Integer first = seen.putIfAbsent(key.digest(), row.number());
        if (first == null) {
            return Optional.of(row);
        }
        Words same = same(key);
        Words message = new Words("与第 " + first + " 行重复：" + same.zh(), "repeats row " + first + ": " + same.en());
        String column = LedgerColumn.telling(key).title();
        if (row.standing().isPresent()) {
            return Optional.of(row.alsoWrong(new Violation(column, Optional.of(row.number()), message)));
        }
        findings.add(row.number(), column, message);
        return Optional.empty();
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

    private SheetRow header(Sheet sheet) {
        boolean empty = true;
        for (Optional<SheetRow> row = sheet.next();
                row.isPresent() && row.get().number() <= Sheet.LAST_ROW_FOR_HEADER;
                row = sheet.next()) {
            empty = false;
            if (ColumnLayout.isHeader(row.get().cells())) {
                return row.get();
            }
        }
        if (empty) {
            throw unreadable("文件是空的。", "The file is empty.");
        }
        String required = LedgerColumn.required(kind()).map(LedgerColumn::title).collect(Collectors.joining("、"));
        throw unreadable(
                "前 " + Sheet.LAST_ROW_FOR_HEADER + " 行中没有找到表头。表头须有：" + required + "；如列名显示为乱码，请核对文件编码。",
                "No header was found in the first " + Sheet.LAST_ROW_FOR_HEADER + " rows. It has at least " + required
                        + "; if those look garbled, check the encoding.");
    }

    private static Refusal unreadable(String zh, String en) {
        return new Refusal(ProblemType.INVALID_REQUEST, zh, en);
    }
}
