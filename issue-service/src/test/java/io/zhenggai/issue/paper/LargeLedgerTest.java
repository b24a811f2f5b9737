package io.zhenggai.issue.paper;

import static io.zhenggai.issue.testsupport.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.issue.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As many rows as leave at once, and one more. */
@QuarkusTest
@OnRealServers
class LargeLedgerTest {

    private static final Logger LOG = Logger.getLogger(LargeLedgerTest.class);
    private static final int MOST = 100_000;
    private static final String CAMPAIGN = "01900000-0000-7000-8000-0000000000ff";
    private static final String PATH = "/api/v1/issue-ledgers?campaignId=" + CAMPAIGN;
    private static final String FILL = """
            insert into issue (id, version, event_version, ledger_number, campaign_id, city_code, region_code, source, description, category,
                               severity, status, registered_at, registered_by, cause_analysis, rectification_goal, lead_unit,
                               cooperating_units, responsible_person, deadline, due_on)
            select cast('01800000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid), 0, 1, 'ZG1999-411500-' || n, '%s', '411500',
                   '411500', 'SYSTEM_SCORECARD', '施工许可核发超过承诺时限，窗口未一次性告知所需材料，企业多次往返，第' || n || '项', 'TIME',
                   'GENERAL', 'IN_RECTIFICATION', now(), 'somebody', '部门之间信息共享不到位', '压减办理时间', '住建局',
                   array['自然资源和规划局', '政务服务局'], '张建设', '2021-12-31', '2021-12-31'
            from generate_series(%d, %d) as n
            """;
    private static final String FILL_SOURCES = """
            insert into source_item (id, issue_id, source, document_number, region_code, source_key, description_sha256)
            select id, id, source, '第42期成绩单', region_code, 'large ' || id, '' from issue where campaign_id = '%s'
            """.formatted(CAMPAIGN);

    @Inject
    AgroalDataSource dataSource;

    @TestHTTPResource
    URL service;

    @BeforeEach
    void fill() throws SQLException {
        run(FILL.formatted(CAMPAIGN, 1, MOST));
        run(FILL_SOURCES);
    }

    @AfterEach
    void empty() throws SQLException {
        // Each row is looked for in the columns that refer to issues, of which some have no index.
        run("create index large_recurrence on issue (recurrence_of); create index large_split on issue (split_from)");
        run("delete from source_item where source_key like 'large %'");
        run("delete from issue where campaign_id = '" + CAMPAIGN + "'");
        run("drop index large_recurrence; drop index large_split");
    }

    @Test
    void aHundredThousandRowsLeaveAtOnceAndNoMore() throws Exception {
        long csvRows = timed("CSV", "&format=CSV", LargeLedgerTest::lines);
        long sheetRows = timed("XLSX", "", LargeLedgerTest::rows);

        assertThat(csvRows).isEqualTo(MOST + 3);
        assertThat(sheetRows).isEqualTo(MOST + 3);

        run(FILL.formatted(CAMPAIGN, MOST + 1, MOST + 1));
        for (String format : new String[] {"CSV", "XLSX"}) {
            as("province")
                    .get(PATH + "&format=" + format)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("violations[0].field", equalTo("city"));
        }
    }

    private long timed(String what, String query, Reading reading) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(service.toString().replaceAll("/$", "") + PATH + query))
                .header("Authorization", "Bearer " + Infrastructure.current().token("province"))
                .build();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        long head = System.nanoTime() - start;
        try (InputStream body = answer.body()) {
            long rows = reading.of(body);
            double seconds = (System.nanoTime() - start) / 1e9;
            LOG.infof(
                    "%s: %d rows, head after %.2f s, all after %.2f s, %.0f rows/s",
                    what, rows, head / 1e9, seconds, rows / seconds);
            return rows;
        }
    }

    private static long lines(InputStream csv) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8));
        return reader.lines().count();
    }

    /** By its central directory, as all office programs open it; counted as it is unpacked. */
    private static long rows(InputStream xlsx) throws IOException {
        Path file = Files.createTempFile("ledger", ".xlsx");
        try {
            Files.copy(xlsx, file, StandardCopyOption.REPLACE_EXISTING);
            try (ZipFile zip = new ZipFile(file.toFile());
                    InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return count(new InputStreamReader(sheet, StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
    }

    private static long count(InputStreamReader reader) throws IOException {
        Pattern row = Pattern.compile("<row ");
        char[] buffer = new char[64 * 1024];
        StringBuilder rest = new StringBuilder();
        long rows = 0;
        for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
            rest.append(buffer, 0, read);
            Matcher found = row.matcher(rest);
            int end = 0;
            while (found.find()) {
                rows++;
                end = found.end();
            }
            rest.delete(0, Math.max(end, rest.length() - 4));
        }
        return rows;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Reading {
        long of(InputStream body) throws IOException;
    }
}
