package io.zhenggai.issue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.sheet.CsvDialect;
import io.zhenggai.issue.sheet.CsvSheet;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Ledgers in CSV, and what the reader makes of them. */
final class CsvLedgers {

    static final String HEADER = "序号,问题来源,来源文号,来源条目号,来源日期,所属地区,问题描述,问题类别,严重程度";
    static final String ROW = "1,成绩单,第1期,3,2021-10-18,郑州市,施工许可核发超时,时间,一般";

    static final Regions REGIONS = Regions.ofHenan();

    private CsvLedgers() {}

    static List<LedgerRow> read(String... lines) {
        return reader().read(sheet(lines));
    }

    static List<LedgerRow> read(byte[] text, Charset charset) {
        return reader().read(new CsvSheet(new ByteArrayInputStream(text), new CsvDialect(charset, ',')));
    }

    static Refusal refused(ProblemType type, String... lines) {
        return refusal(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, type);
    }

    static Refusal refusal(byte[] text, Charset charset, ProblemType type) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(text, charset));
        assertThat(refusal).isNotNull();
        assertThat(refusal.type()).isEqualTo(type);
        return refusal;
    }

    static CsvSheet sheet(String... lines) {
        byte[] text = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        return new CsvSheet(new ByteArrayInputStream(text), new CsvDialect(StandardCharsets.UTF_8, ','));
    }

    static LedgerReader reader() {
        return reader(issue -> List.of());
    }

    static LedgerReader reader(Function<NewIssue, List<Violation>> rules) {
        return new LedgerReader(OtherServices.CAMPAIGN_2021, 2021, REGIONS, rules);
    }
}
