package io.zhenggai.issue.paper;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.issue.finding.IssueFilter;
import io.zhenggai.issue.finding.LedgerReadingService;
import io.zhenggai.issue.ledger.LedgerLine;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes sheets of the ledger as they are read. */
@ApplicationScoped
public class LedgerPaperService {

    static final int MOST_ROWS = 100_000;

    /** What a reader who takes a file slowly holds of the database at the longest. */
    private static final int LONGEST_SECONDS = 600;

    private static final String EXPORT = "EXPORT_LEDGER";

    private final LedgerReadingService ledger;
    private final Campaigns campaigns;
    private final ExportRecordService exports;
    private final Regions regions;
    private final AgroalDataSource dataSource;
    private final Clock clock;

    LedgerPaperService(
            LedgerReadingService ledger,
            Campaigns campaigns,
            ExportRecordService exports,
            Regions regions,
            AgroalDataSource dataSource,
            Clock clock) {
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.exports = exports;
        this.regions = regions;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * One statement where a campaign is asked for.
     *
     * @throws Refusal 400 for a range that ends before it begins
     */
    PaperHead head(Caller caller, LedgerQuestion question) {
        question.filter().check();
        List<UUID> asked = question.filter().campaignId();
        String campaign = asked.size() == 1
                ? campaigns.find(asked.get(0)).map(Campaign::title).orElse("")
                : "";
        return new PaperHead(
                campaign + question.list().chinese(),
                Filler.unit(caller, regions),
                caller.name(),
                BusinessTime.today(clock));
    }

    /**
     * Writes the sheet while it is read, all of it at one moment: three statements, and one that puts it on record before.
     *
     * @param target what is written to, and closed in the end
     * @throws Refusal 422 when there are too many rows; nothing is written then
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    void write(Caller caller, LedgerQuestion question, PaperHead head, OutputStream target) {
        readAtOneMoment();
        int rows = ledger.count(caller, question.filter(), MOST_ROWS);
        if (rows > MOST_ROWS) {
            throw tooMany(question.filter());
        }
        exports.note(caller, EXPORT, LedgerExport.of(question, rows));
        SheetWriter writer = question.format().writer(target, question.list());
        try {
            writer.begin(head, question.list().columns());
            ledger.read(caller, question.filter(), new Lines(writer, question.list(), new RegionTitles(regions)));
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAtOneMoment() {
        try (Connection connection = dataSource.getConnection();
                Statement set = connection.createStatement()) {
            set.execute("set transaction isolation level repeatable read, read only");
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read at one moment", e);
        }
    }

    private static Refusal tooMany(IssueFilter filter) {
        String field = filter.campaignId().isEmpty()
                ? "campaignId"
                : filter.city().isEmpty() && filter.region().isEmpty() ? "city" : "status";
        return Refusal.unprocessable(
                field,
                "一次最多导出 " + MOST_ROWS + " 行，请按整改行动、地区、状态等缩小范围后分次导出",
                "at most " + MOST_ROWS
                        + " rows are exported at once; narrow them by campaign, region, status and so on");
    }

    /** Writes each line as a row. */
    private static final class Lines implements Consumer<LedgerLine> {
        private final SheetWriter writer;
        private final SheetList list;
        private final RegionTitles titles;
        private int number;

        private Lines(SheetWriter writer, SheetList list, RegionTitles titles) {
            this.writer = writer;
            this.list = list;
            this.titles = titles;
        }

        @Override
        public void accept(LedgerLine line) {
            number++;
            SheetColumn.Line filled =
                    new SheetColumn.Line(number, line, titles.of(line.issue().region()));
            try {
                writer.row(row -> list.columns().forEach(column -> column.fill(row, filled)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
