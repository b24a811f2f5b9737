package io.zhenggai.issue.intake;

import static io.zhenggai.issue.intake.Imports.AS_GIVEN;
import static io.zhenggai.issue.intake.Imports.HEADER;
import static io.zhenggai.issue.intake.Imports.importing;
import static io.zhenggai.issue.intake.Imports.ledger;
import static io.zhenggai.issue.intake.Imports.scorecard;
import static io.zhenggai.issue.intake.Imports.total;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.unique;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.sheet.SheetRow;
import io.zhenggai.issue.testsupport.IssueTopic;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports that are worked on after the answer. */
@QuarkusTest
@OnRealServers
class ImportJobTest {

    private static final String IMPORTS = "/api/v1/issue-imports/";

    @Inject
    BusinessClock clock;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void aFileIsCheckedAndThenRegistered() {
        int before = total("410900");
        String document = unique();
        byte[] csv =
                csv(ledger(scorecard(document, 1, "濮阳市"), scorecard(document, 2, "清丰县"), scorecard(document, 3, "鹤壁")));

        Response queued = sent("province", "text/csv", csv, "&dryRun=true");
        queued.then()
                .statusCode(202)
                .header("Location", IMPORTS + queued.path("id"))
                .body("dryRun", equalTo(true))
                .body("campaignId", equalTo(CAMPAIGN_2021.toString()));
        Response checked = settled("province", queued.path("id"));
        checked.then()
                .body("state", equalTo("DONE"))
                .body("rowsRead", equalTo(3))
                .body("registered", equalTo(0));
        assertThat(total("410900")).isEqualTo(before);

        as("province")
                .post(IMPORTS + queued.path("id") + "/registrations")
                .then()
                .statusCode(202)
                .body("dryRun", equalTo(false));
        Response registered = settled("province", queued.path("id"));

        registered
                .then()
                .body("state", equalTo("DONE"))
                .body("registered", equalTo(3))
                .body("known", equalTo(0))
                .body("issues.city", contains("410600", "410900"))
                .body("issues.count", contains(1, 2));
        assertThat(total("410900")).isEqualTo(before + 2);
        Response issue = as("province").get("/api/v1/issues/" + registered.path("issues[1].last"));
        assertThat(IssueTopic.eventsOf(issue.path("id"), 1)).singleElement().satisfies(event -> assertThat(event.type())
                .isEqualTo("issue.registered.v1"));
        as("province")
                .post(IMPORTS + queued.path("id") + "/registrations")
                .then()
                .statusCode(202)
                .body("registered", equalTo(3));
        assertThat(total("410900")).isEqualTo(before + 2);
    }

    @Test
    void rowsThatAreThereInTheSameWordsAreKnownAndTheOthersAreRegistered() {
        String document = unique();
        importing("province", ledger(scorecard(document, 2, "濮阳市"))).then().statusCode(200);
        int before = total("410900");
        byte[] csv = csv(
                ledger(scorecard(document, 1, "濮阳市"), scorecard(document, 2, "濮阳市"), scorecard(document, 3, "濮阳市")));

        done("province", csv)
                .then()
                .body("state", equalTo("DONE"))
                .body("registered", equalTo(2))
                .body("known", equalTo(1));
        done("province", csv)
                .then()
                .body("state", equalTo("DONE"))
                .body("registered", equalTo(0))
                .body("known", equalTo(3));

        assertThat(total("410900")).isEqualTo(before + 2);
    }

    @Test
    void whatIsWrongIsNamedAndWrittenBesideTheRowsOfTheCsvAsItCame() {
        String document = unique();
        importing("province", ledger(scorecard(document, 9, "濮阳市"))).then().statusCode(200);
        int before = total("410900");
        String text = ledger(
                scorecard(document, 1, "濮阳市"),
                scorecard(document, 2, "火星"),
                "",
                scorecard(document, 3, "濮阳市").replace("时间,一般", "速度,很大"),
                scorecard(document, 9, "濮阳市").replace("超时", "又超时"),
                scorecard(document, 1, "濮阳市"));
        byte[] csv = text.replace(',', '\t').getBytes(Charset.forName("GB18030"));

        Response refused = done("office:410900", csv);

        refused.then()
                .body("state", equalTo("REFUSED"))
                .body("violationCount", equalTo(5))
                .body("problem.status", equalTo(422))
                .body("problem.violations.row", contains(4, 6, 6, 8, 7))
                .body("registered", equalTo(0));
        assertThat(total("410900")).isEqualTo(before);
        String[] lines = new String(errors("office:410900", refused.path("id"), "text/csv"), Charset.forName("GB18030"))
                .split("\r\n");
        assertThat(lines[0]).isEqualTo("2021年问题台账");
        assertThat(lines[1]).isEqualTo(HEADER.replace(',', '\t') + "\t错误原因");
        assertThat(lines[2]).doesNotContain("\t一般\t");
        assertThat(lines[3]).endsWith("\t一般\t所属地区：没有这一地区：火星");
        assertThat(lines[4]).isEmpty();
        assertThat(lines[5]).endsWith("\t问题类别：没有这一问题类别：速度；严重程度：没有这一严重程度：很大");
        assertThat(lines[6]).contains("来源条目号：台账中已经登记，编号 ZG2021-410900-");
        assertThat(lines[7]).endsWith("来源条目号：与第 3 行重复：来源、文号、条目号和地区均相同");
        as("office:410900")
                .post(IMPORTS + refused.path("id") + "/registrations")
                .then()
                .statusCode(409);
    }

    @Test
    void theErrorFileOfAWorkbookIsThatWorkbookAndMayBeSentAgain() {
        String[] first = {"成绩单", unique(), "1", "44477", "濮阳市", "施工许可核发超时", "时间", "一般"};
        String[] wrong = first.clone();
        wrong[2] = "2";
        wrong[4] = "火星";
        byte[] workbook = new Workbooks()
                .sheet("hidden", Workbooks.row(1, "x"), "")
                .sheet(
                        "visible",
                        Workbooks.HEADER
                                + Workbooks.row(2, first)
                                + Workbooks.row(3, wrong).replace("<row", "<row spans=\"1:8\""),
                        "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>")
                .written();

        Response refused = done("province", SentSheet.XLSX, workbook);

        refused.then().body("state", equalTo("REFUSED")).body("violationCount", equalTo(1));
        byte[] errors = errors("province", refused.path("id"), SentSheet.XLSX);
        List<SheetRow> rows = Workbooks.rows(errors);
        assertThat(rows.get(0).cells()).hasSize(9).endsWith("错误原因");
        assertThat(rows.get(1).cells()).hasSize(8);
        assertThat(rows.get(2).cells()).hasSize(9).endsWith("所属地区：没有这一地区：火星");
        Response again = done("province", SentSheet.XLSX, errors);
        again.then().body("state", equalTo("REFUSED")).body("violationCount", equalTo(1));
        assertThat(Workbooks.rows(errors("province", again.path("id"), SentSheet.XLSX)))
                .isEqualTo(rows);
    }

    /** What was put right is no longer said to be wrong, and what somebody wrote behind the columns stays. */
    @Test
    void theReasonsOfARowPutRightAreGoneFromTheNextErrorFile() {
        String[] first = {"成绩单", unique(), "1", "44477", "濮阳市", "施工许可核发超时", "时间", "一般", "所属地区：没有这一地区：火星"};
        String[] wrong = first.clone();
        wrong[2] = "2";
        wrong[7] = "很大";
        wrong[8] = "";
        String header = Workbooks.row(1, "问题来源,来源文号,来源条目号,来源日期,所属地区,问题描述,问题类别,严重程度,错误原因".split(","));

        Response refused = done(
                "province",
                SentSheet.XLSX,
                new Workbooks()
                        .sheet("visible", header + Workbooks.row(2, first) + Workbooks.row(3, wrong), "")
                        .written());

        List<SheetRow> rows = Workbooks.rows(errors("province", refused.path("id"), SentSheet.XLSX));
        assertThat(rows.get(0).cells()).hasSize(9).endsWith("错误原因");
        assertThat(rows.get(1).cells()).hasSize(8);
        assertThat(rows.get(2).cells()).hasSize(9).endsWith("严重程度：没有这一严重程度：很大");
    }

    @Test
    void whatIsRegisteredByAnotherWayMeanwhileIsWrittenBesideItsRowToo() throws Exception {
        String document = unique();
        importing("province", ledger(scorecard(unique(), 1, "濮阳市"))).then().statusCode(200);
        CompletableFuture<Response> another;
        String id;
        try (Connection holding = dataSource.getConnection();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("select from ledger_counter where year = 2021 and city_code = '410900' for update");
            another = CompletableFuture.supplyAsync(() ->
                    importing("province", ledger(scorecard(document, 2, "濮阳市").replace("超时", "又超时"))));
            await().atMost(30, TimeUnit.SECONDS).until(() -> waiting(statement) == 1);
            id = sent(
                            "province",
                            "text/csv",
                            csv(ledger(scorecard(document, 1, "濮阳市"), scorecard(document, 2, "濮阳市"))),
                            "")
                    .path("id");
            await().atMost(30, TimeUnit.SECONDS).until(() -> waiting(statement) == 2);
            holding.rollback();
            holding.setAutoCommit(true);
        }
        another.get(30, TimeUnit.SECONDS).then().statusCode(200);

        settled("province", id)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("problem.status", equalTo(409))
                .body("violationCount", equalTo(1));
        String[] lines = new String(errors("province", id, "text/csv"), StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines[2]).endsWith(",一般");
        assertThat(lines[3]).contains("来源条目号：台账中已经登记，编号 ZG2021-410900-");
    }

    private static long waiting(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")) {
            waiting.next();
            return waiting.getLong(1);
        }
    }

    @Test
    void aFileThatCannotBeReadIsRefusedInWords() {
        Response refused = done("province", SentSheet.XLSX, Workbooks.saved("ledger.xls"));

        refused.then()
                .body("state", equalTo("REFUSED"))
                .body("problem.status", equalTo(400))
                .body("problem.detail", containsString("另存为 .xlsx"));
        as("province").get(IMPORTS + refused.path("id") + "/error-file").then().statusCode(409);
        done("province", csv("a,b")).then().body("problem.detail", containsString("没有找到表头"));
        done("province", csv("")).then().body("problem.detail", containsString("空"));
    }

    @Test
    void nobodyElseSeesIt() {
        String id = done("office:410900", csv(ledger(scorecard(unique(), 1, "濮阳市"))))
                .path("id");

        for (String other : List.of("province", "office:410900:2", "county:410922", "office:410600")) {
            as(other).get(IMPORTS + id).then().statusCode(404);
            as(other).get(IMPORTS + id + "/error-file").then().statusCode(404);
            as(other).post(IMPORTS + id + "/registrations").then().statusCode(404);
        }
        as("office:410900").get(IMPORTS + "x").then().statusCode(404);
        as("leader").get(IMPORTS + id).then().statusCode(403);
    }

    @Test
    void theSameRequestIsOneImport() {
        byte[] csv = csv(ledger(scorecard(unique(), 1, "濮阳市")));
        String key = UUID.randomUUID().toString();

        Response first = keyed(key, csv);
        Response second = keyed(key, csv);

        first.then().statusCode(202);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        settled("province", first.path("id")).then().body("registered", equalTo(1));
    }

    /** Whether the key is none, or was answered before: nothing is kept of a file that nobody works on. */
    @Test
    void ofARefusedOrRepeatedRequestNoFileStays() throws Exception {
        byte[] csv = csv(ledger(scorecard(unique(), 1, "濮阳市")));
        String key = UUID.randomUUID().toString();
        settled("province", keyed(key, csv).path("id"));
        long before = number("select count(*) from issue_import");

        keyed(key, csv).then().statusCode(202);
        keyed("?".repeat(300), csv).then().statusCode(400);
        keyed(key, csv(ledger(scorecard(unique(), 1, "濮阳市")))).then().statusCode(422);

        assertThat(number("select count(*) from issue_import")).isEqualTo(before);
    }

    @Test
    void whatIsToldOfTheFileIsRefusedAtOnce() {
        sent("province", "text/csv; charset=UTF-16", csv(HEADER), "").then().statusCode(415);
        as("province")
                .config(AS_GIVEN)
                .contentType("text/csv")
                .body(csv(HEADER))
                .post("/api/v1/issue-imports/uploads?campaignId=" + UUID.randomUUID())
                .then()
                .statusCode(422);
    }

    @Test
    void theTemplateIsWhatIsRead() {
        byte[] template =
                as("county:410922").accept("*/*").get(IMPORTS + "template").asByteArray();

        List<SheetRow> rows = Workbooks.rows(template);

        assertThat(rows.get(rows.size() - 1).cells())
                .containsExactly("序号", "问题来源*", "来源文号", "来源条目号", "来源日期", "所属地区*", "问题描述*", "问题类别*", "严重程度*", "来源原文");
        as("leader").accept("*/*").get(IMPORTS + "template").then().statusCode(403);
    }

    @Test
    void anImportWhoseReplicaHasGoneIsTakenUpAgain() throws Exception {
        byte[] csv = csv(ledger(scorecard(unique(), 1, "濮阳市")));
        String id = done("province", csv).path("id");
        execute("update issue_import set state = 'REGISTERING', settled_at = null, owner = gen_random_uuid(),"
                + " leased_until = clock_timestamp() - interval '1 s' where id = '" + id + "'");

        settled("province", id)
                .then()
                .body("state", equalTo("DONE"))
                .body("known", equalTo(1))
                .body("registered", equalTo(0));
    }

    @Test
    void filesAreStoredEncryptedAndForgottenAfterSevenDays() throws Exception {
        String document = unique();
        String id = done("province", csv(ledger(scorecard(document, 1, "火星")))).path("id");
        assertThat(number("select count(*) from issue_import_portion where import_id = '" + id + "'"))
                .isEqualTo(2);
        assertThat(number("select count(*) from issue_import_portion where position(convert_to('" + document
                        + "', 'UTF8') in content) > 0 or position(convert_to('火星', 'UTF8') in content) > 0"))
                .isZero();

        execute("update issue_import set created_at = clock_timestamp() - interval '7 days' where id = '" + id + "'");

        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> number("select count(*) from issue_import_portion where import_id = '" + id + "'") == 0);
        as("province").get(IMPORTS + id).then().statusCode(404);
    }

    @Test
    void aLargeFileComesInPortionsAndIsRegisteredInChunks() {
        String document = unique();
        String[] rows = IntStream.rangeClosed(1, 21_000)
                .mapToObj(item -> scorecard(document, item, item % 2 == 0 ? "平顶山市" : "安阳市"))
                .toArray(String[]::new);
        byte[] csv = csv(ledger(rows));
        assertThat(csv.length).isGreaterThan(2 * ImportFile.PORTION);

        Response registered = done("province", csv);

        registered
                .then()
                .body("state", equalTo("DONE"))
                .body("rowsRead", equalTo(21_000))
                .body("registered", equalTo(21_000))
                .body("issues.count", contains(10_500, 10_500));
        assertThat(Arrays.asList(registered.<String>path("issues[0].first").split("-"))
                        .get(1))
                .isEqualTo("410400");
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Response done(String account, byte[] csv) {
        return done(account, "text/csv", csv);
    }

    private static Response done(String account, String type, byte[] file) {
        Response queued = sent(account, type, file, "");
        queued.then().statusCode(202);
        return settled(account, queued.path("id"));
    }

    private static Response sent(String account, String type, byte[] file, String parameters) {
        return as(account)
                .config(AS_GIVEN)
                .contentType(type)
                .body(file)
                .post("/api/v1/issue-imports/uploads?campaignId=" + CAMPAIGN_2021 + parameters);
    }

    private static Response keyed(String key, byte[] csv) {
        return as("province")
                .config(AS_GIVEN)
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(csv)
                .post("/api/v1/issue-imports/uploads?campaignId=" + CAMPAIGN_2021);
    }

    private static Response settled(String account, String id) {
        return await().atMost(60, TimeUnit.SECONDS)
                .until(() -> as(account).get(IMPORTS + id), job -> job.path("settledAt") != null);
    }

    private static byte[] errors(String account, String id, String type) {
        Response file = as(account).accept("*/*").get(IMPORTS + id + "/error-file");
        file.then().statusCode(200).header("Content-Type", containsString(type));
        return file.asByteArray();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long number(String sql) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
