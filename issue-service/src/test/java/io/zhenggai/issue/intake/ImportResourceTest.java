package io.zhenggai.issue.intake;

import static io.zhenggai.issue.intake.Imports.AS_GIVEN;
import static io.zhenggai.issue.intake.Imports.importing;
import static io.zhenggai.issue.intake.Imports.ledger;
import static io.zhenggai.issue.intake.Imports.scorecard;
import static io.zhenggai.issue.intake.Imports.total;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.unique;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.IssueTopic;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class ImportResourceTest {

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void registersEveryRowWithNumberHistoryAndEvent() {
        int before = total("410900");
        String document = unique();
        String csv = ledger(scorecard(document, 1, "濮阳市"), scorecard(document, 2, "清丰县"), scorecard(document, 3, "鹤壁"));

        Response imported = importing("province", csv);

        imported.then()
                .statusCode(200)
                .body("campaignId", equalTo(CAMPAIGN_2021.toString()))
                .body("dryRun", equalTo(false))
                .body("rows", equalTo(3))
                .body("registered", equalTo(3))
                .body("duplicates", equalTo(0))
                .body("issues.city", contains("410600", "410900"))
                .body("issues.count", contains(1, 2));
        assertThat(total("410900")).isEqualTo(before + 2);
        String last = imported.path("issues[1].last");
        Response issue = as("office:410900").get(ISSUES + last);
        issue.then()
                .body("region", equalTo("410922"))
                .body("status", equalTo("REGISTERED"))
                .body("version", equalTo(0))
                .body("sourceItems[0].documentNumber", equalTo(document))
                .body("sourceItems[0].itemNumber", equalTo("2"))
                .body("sourceItems[0].dated", equalTo("2021-10-18"));
        as("office:410900")
                .get(ISSUES + last + "/history")
                .then()
                .body("action", contains("REGISTER"))
                .body("[0].channel", equalTo("IMPORT"))
                .body("[0].changes.ledgerNumber.to", equalTo(last));
        assertThat(IssueTopic.eventsOf(issue.path("id"), 1)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("issue.registered.v1");
            assertThat(event.version()).isEqualTo(1);
            assertThat(event.state().path("ledgerNumber").asText()).isEqualTo(last);
        });
    }

    @Test
    void aSecondClickRegistersNothingAgain() {
        String csv = ledger(
                scorecard(unique(), 1, "濮阳市"),
                ",自查,,,,濮阳市,自查发现" + unique() + ",服务,一般",
                ",自查,,,2021-10-18,濮阳市,自查发现" + unique() + ",服务,一般");
        importing("office:410900", csv).then().statusCode(200).body("registered", equalTo(3));
        int before = total("410900");

        importing("office:410900", csv)
                .then()
                .statusCode(200)
                .body("rows", equalTo(3))
                .body("registered", equalTo(0))
                .body("duplicates", equalTo(3))
                .body("issues", hasSize(0));

        assertThat(total("410900")).isEqualTo(before);
    }

    @Test
    void twoClicksAtOnceRegisterOnce() throws Exception {
        String document = unique();
        String csv = ledger(IntStream.rangeClosed(1, 50)
                .mapToObj(item -> scorecard(document, item, item % 2 == 0 ? "濮阳市" : "鹤壁市"))
                .toArray(String[]::new));
        int before = total("410900");
        ExecutorService callers = Executors.newFixedThreadPool(4);

        List<Future<Response>> answers = new ArrayList<>();
        for (int click = 0; click < 4; click++) {
            answers.add(callers.submit(() -> importing("province", csv)));
        }
        List<Integer> registered = new ArrayList<>();
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
            registered.add(answer.get().path("registered"));
        }
        callers.shutdownNow();

        assertThat(registered).containsExactlyInAnyOrder(50, 0, 0, 0);
        assertThat(total("410900")).isEqualTo(before + 25);
    }

    @Test
    void someRowsThatAreThereAlreadyAreNamedWithTheirNumbers() {
        String document = unique();
        String first =
                importing("province", ledger(scorecard(document, 1, "濮阳市"))).path("issues[0].first");
        int before = total("410900");

        importing("province", ledger(scorecard(document, 2, "濮阳市"), scorecard(document, 1, "濮阳市")))
                .then()
                .statusCode(409)
                .body("violationCount", equalTo(1))
                .body("violations[0].row", equalTo(4))
                .body("violations[0].field", equalTo("来源条目号"))
                .body("violations[0].message", equalTo("台账中已经登记，编号 " + first));

        assertThat(total("410900")).isEqualTo(before);
    }

    @Test
    void theOfficialColumnsTellTheProblemsOfOneDocumentByTheirDescriptions() {
        String document = "通报" + unique();
        String official = "序号,台账编号,问题来源,来源文号,所属地区,问题描述,问题类别,严重程度,原因分析,整改目标,任务,整改措施,牵头单位,配合单位,"
                + "责任领导,责任人,联系电话,整改时限,整改进展,整改结果,状态,销号时间,验收人,备注\r\n";
        String rest = ",时间,一般" + ",".repeat(16) + "\r\n";
        String first = "1,,工作通报," + document + ",濮阳市,施工许可核发超时" + rest;
        String second = "2,,工作通报," + document + ",濮阳市,联合验收未统一受理" + rest;
        int before = total("410900");

        importing("province", official + first + second).then().statusCode(200).body("registered", equalTo(2));
        importing("province", official + first + second).then().statusCode(200).body("duplicates", equalTo(2));
        importing("province", official + first + second.replace("联合验收未统一受理", "施工 许可核发超时"))
                .then()
                .statusCode(422)
                .body("violations[0].row", equalTo(3))
                .body("violations[0].field", equalTo("问题描述"))
                .body("violations[0].message", equalTo("与第 2 行重复：没有条目号，来源、文号、地区和描述均相同"));
        importing("province", official + first + second.replace("联合验收", "竣工验收"))
                .then()
                .statusCode(409)
                .body("violations.field", contains("问题描述"));
        assertThat(total("410900")).isEqualTo(before + 2);
    }

    @Test
    void aCampaignThatHasEndedTakesNoLedger() {
        clock.freezeAt(Instant.parse("2021-12-31T16:00:00Z"));

        importing("province", ledger(scorecard(unique(), 1, "濮阳市")))
                .then()
                .statusCode(422)
                .body("violations.field", contains("campaignId"))
                .body("violations[0].message", equalTo("该整改行动已于 2021-12-31 结束，不再登记新问题"));
    }

    @Test
    void aFileThatWasImportedInTimeIsAnsweredAgainWhenTheCampaignIsOver() {
        String csv = ledger(scorecard(unique(), 1, "濮阳市"));
        String key = UUID.randomUUID().toString();
        clock.freezeAt(Instant.parse("2021-12-31T15:59:59Z"));
        Response first = repeatable(key, csv);

        clock.freezeAt(Instant.parse("2021-12-31T16:00:00Z"));
        Response second = repeatable(key, csv);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(second.statusCode()).as(second.asString()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(repeatable(UUID.randomUUID().toString(), csv).statusCode()).isEqualTo(422);
    }

    @Test
    void otherWordsForTheSameItemAreNoSecondClick() {
        String csv = ledger(scorecard(unique(), 1, "濮阳市"));
        importing("province", csv).then().statusCode(200);

        importing("province", csv.replace("超时", "超过承诺时限")).then().statusCode(409);
    }

    @Test
    void whatAnotherUnitRegisteredIsNotNamedToADepartment() {
        String csv = ledger(",自查,自查第" + unique() + "号,1,,濮阳市,描述,服务,一般");
        importing("office:410900", csv).then().statusCode(200);

        importing("department:410900:住建局", csv.replace(",描述,", ",另一描述,"))
                .then()
                .statusCode(409)
                .body("violations[0].message", equalTo("台账中已经登记"));
    }

    @Test
    void aDryRunSaysWhatWouldBecomeOfItAndStoresNothing() {
        String document = unique();
        int before = total("410900");

        importing("province", ledger(scorecard(document, 1, "濮阳市")), "&dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("rows", equalTo(1))
                .body("registered", equalTo(0));
        importing("province", ledger(scorecard(document, 1, "火星")), "&dryRun=true")
                .then()
                .statusCode(422);

        assertThat(total("410900")).isEqualTo(before);
    }

    @Test
    void twentyThousandRowsAreRegisteredAtOnceAndOnce() {
        String document = unique();
        String csv = ledger(IntStream.rangeClosed(1, 20_000)
                .mapToObj(item -> scorecard(document, item, "平顶山市"))
                .toArray(String[]::new));

        importing("office:410400", csv)
                .then()
                .statusCode(200)
                .body("registered", equalTo(20_000))
                .body("issues[0].count", equalTo(20_000));
        importing("office:410400", csv).then().statusCode(200).body("duplicates", equalTo(20_000));
    }

    private static Response repeatable(String key, String csv) {
        return as("province")
                .config(AS_GIVEN)
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/issue-imports?campaignId=" + CAMPAIGN_2021);
    }
}
