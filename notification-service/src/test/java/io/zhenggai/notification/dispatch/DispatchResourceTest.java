package io.zhenggai.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.zhenggai.notification.testsupport.Issue;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees which dispatch records and reminders, and how much of them. */
@QuarkusTest
@OnRealServers
class DispatchResourceTest {

    private static final String DISPATCHES = "/api/v1/dispatches";
    private static final String REMINDERS = "/api/v1/reminders";

    @Inject
    Stage stage;

    @BeforeEach
    void mailsOfTwoCities() {
        stage.reset();
        stage.nameContact("410000");
        stage.nameContact("410100");
        stage.nameContact("410181");
        stage.nameContact("410200");
        stage.name(Map.of(
                "region", "410100", "unit", "住建局", "post", "CONTACT", "name", "李", "email", "zjj@offices.example"));
        stage.at("2021-10-19 08:30");
        stage.tell(Obligation.plan("410100"), Obligation.plan("410200"), Obligation.plan("419001"));
        stage.tell(
                Issue.assigned("410181", 1, "2021-10-29", "2021-12-31"),
                Issue.assigned("410100", 2, "2021-10-29", "2021-10-29").ledBy("住建局"));
        stage.stepTo("2021-10-22 09:00");
    }

    @ParameterizedTest
    @CsvSource({
        "province, 410000 410100 410100 410181 410200",
        "office:410100, 410100 410100 410181",
        "office:410200, 410200",
        "office:419001, ''",
        "county:410181, 410181",
        "county:410182, ''",
        "department:410100:住建局, 410100",
        "department:410200:住建局, ''",
        "leader, 410000 410100 410100 410181 410200",
        "auditor, 410000 410100 410100 410181 410200",
    })
    void everybodySeesTheirOwnRegionAndBelow(String account, String regions) {
        List<String> expected = regions.isEmpty() ? List.of() : List.of(regions.split(" "));

        JsonPath dispatches = stage.ask(account, DISPATCHES + "?total=true");

        assertThat(dispatches.<String>getList("items.region")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(dispatches.getLong("total")).isEqualTo(expected.size());
    }

    @Test
    void whoStandsOutsideReadsNoRecordByItsId() {
        List<Map<String, String>> all = stage.ask("province", DISPATCHES).getList("items");
        for (Map<String, String> dispatch : all) {
            boolean own = List.of("410100", "410181").contains(dispatch.get("region"));
            stage.as("office:410100")
                    .get(DISPATCHES + "/" + dispatch.get("id"))
                    .then()
                    .statusCode(own ? 200 : 404);
        }
        stage.as("office:410100")
                .get(DISPATCHES + "/0188f6a0-0000-7000-8000-000000000001")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "province, contact-410181@offices.example, 250 OK",
        "office:410100, contact-410181@offices.example, 250 OK",
        "county:410181, c***@offices.example, 250",
        "leader, c***@offices.example, 250",
        "auditor, c***@offices.example, 250",
    })
    void addressesAreForTheProvinceAndTheOffices(String account, String recipient, String answer) {
        JsonPath page = stage.ask(account, DISPATCHES + "?region=410181");

        assertThat(page.getString("items[0].recipient")).isEqualTo(recipient);
        assertThat(page.getString("items[0].serverAnswer")).isEqualTo(answer);
        JsonPath one = stage.ask(account, DISPATCHES + "/" + page.getString("items[0].id"));
        assertThat(one.getString("recipient")).isEqualTo(recipient);
        assertThat(one.getString("attemptRecords[0].serverAnswer")).isEqualTo(answer);
    }

    @Test
    void onlyWhoMayReadAddressesMayAskForOne() {
        String query = DISPATCHES + "?recipient=Contact-410181@offices.example";

        assertThat(stage.ask("office:410100", query).getList("items")).hasSize(1);
        assertThat(stage.ask("office:410200", query).getList("items")).isEmpty();
        stage.as("county:410181").get(query).then().statusCode(403);
        stage.as("province").get(DISPATCHES + "?recipient=zhang").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"system:complaints", "system:approval-platform"})
    void machinesSeeNeitherDispatchesNorReminders(String account) {
        stage.as(account).get(DISPATCHES).then().statusCode(403);
        stage.as(account).get(REMINDERS).then().statusCode(403);
        stage.as(account)
                .get(REMINDERS + "/rehearsal?from=2021-10-22&to=2021-10-22")
                .then()
                .statusCode(403);
        RestAssured.get(DISPATCHES).then().statusCode(401);
        RestAssured.get(REMINDERS).then().statusCode(401);
    }

    @Test
    void recordProvesWhatWasSent() {
        JsonPath page = stage.ask("province", DISPATCHES + "?region=410200");
        String id = page.getString("items[0].id");
        JsonPath record = stage.ask("office:410200", DISPATCHES + "/" + id);

        assertThat(record.getString("status")).isEqualTo("SENT");
        assertThat(record.getString("day")).isEqualTo("2021-10-22");
        assertThat(record.getString("sentAt")).isEqualTo("2021-10-22T01:00:00Z");
        assertThat(record.getString("subject")).isEqualTo("【整改提升】临期事项提醒：1项（2021年10月22日）");
        assertThat(record.getString("messageId")).isEqualTo("<" + id + "@zhenggai.example>");
        assertThat(record.getInt("attempts")).isEqualTo(1);
        assertThat(record.getString("text").replace("\n", "\r\n")).isEqualTo(mailTo("contact-410200@offices.example"));
        assertThat(record.getString("items[0].label")).isEqualTo("整改方案");
        assertThat(record.getString("items[0].reason")).isEqualTo("截止前7天（遇休息日提前）提醒");
        assertThat(record.getString("items[0].owedBy.regionName")).isEqualTo("开封市");
        assertThat(record.getList("attemptRecords.outcome")).containsExactly("ACCEPTED");
    }

    private Object mailTo(String address) {
        try {
            return stage.mailsTo(address).get(0).message().getContent();
        } catch (java.io.IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void narrowsByStatusRegionAndDays() {
        stage.stepTo("2021-10-28 09:00");

        assertThat(days(DISPATCHES + "?region=410200")).containsExactly("2021-10-28", "2021-10-22");
        assertThat(days(DISPATCHES + "?region=410200&to=2021-10-27")).containsExactly("2021-10-22");
        assertThat(days(DISPATCHES + "?region=410200&from=2021-10-28&to=2021-10-28"))
                .containsExactly("2021-10-28");
        assertThat(days(DISPATCHES + "?status=FAILED")).isEmpty();
        assertThat(days(REMINDERS + "?region=410200&from=2021-10-28")).containsExactly("2021-10-28");
        assertThat(stage.ask("province", REMINDERS + "?status=SENT&total=true").getLong("total"))
                .isEqualTo(stage.number("select count(*) from reminder where state = 'DISPATCHED'"));
    }

    private List<String> days(String query) {
        return stage.ask("province", query).getList("items.day");
    }

    @Test
    void pagesHoldEachRowOnce() {
        List<String> ids = new ArrayList<>();
        String next = REMINDERS + "?limit=2";
        while (next != null) {
            JsonPath page = stage.ask("province", next);
            ids.addAll(page.getList("items.id"));
            next = page.getString("next") == null ? null : REMINDERS + "?limit=2&cursor=" + page.getString("next");
        }

        assertThat(ids).doesNotHaveDuplicates().hasSize((int) stage.number("select count(*) from reminder"));
    }

    @ParameterizedTest
    @CsvSource({
        "dispatches?status=LOST, status",
        "dispatches?region=41, region",
        "dispatches?from=yesterday, from",
        "dispatches?cursor=AAAA, cursor",
        "dispatches?limit=0, limit",
        "dispatches?colour=red, colour",
        "reminders?status=LOST, status",
        "reminders?owedId=1, owedId",
        "reminders?to=2021-13-01, to",
    })
    void refusesQuestionsThatAreNone(String query, String field) {
        stage.as("province").get("/api/v1/" + query).then().statusCode(400).body("violations[0].field", equalTo(field));
    }

    @Test
    void reminderIsSeenByWhoIsToBeToldEvenWhereSomebodyStandsIn() {
        JsonPath ofJiyuan = stage.ask("office:419001", REMINDERS);
        assertThat(ofJiyuan.getList("items.label")).containsExactly("整改方案");
        assertThat(ofJiyuan.getBoolean("items[0].standIn")).isTrue();
        assertThat(ofJiyuan.getString("items[0].status")).isEqualTo("SENT");
        // The message itself went to the province, and is the province's to read.
        assertThat(ofJiyuan.<Map<String, Object>>getList("items").get(0)).doesNotContainKey("dispatchId");
        assertThat(stage.ask("province", REMINDERS + "?region=419001").getString("items[0].dispatchId"))
                .isNotNull();
        assertThat(stage.ask("office:410200", REMINDERS).getList("items.owedBy.region"))
                .containsOnly("410200");
    }

    @Test
    void messageToAnAddressOfTwoCitiesIsTheProvincesToRead() {
        stage.reset();
        stage.name("410100", "CONTACT", "shared@offices.example");
        stage.name("410200", "CONTACT", "shared@offices.example");
        stage.tell(Obligation.plan("410100"), Obligation.plan("410200"));
        stage.stepTo("2021-10-22 09:00");

        assertThat(stage.mailsTo("shared@offices.example")).hasSize(1);
        assertThat(stage.ask("province", DISPATCHES).getList("items")).hasSize(1);
        assertThat(stage.ask("office:410100", DISPATCHES).getList("items")).isEmpty();
        assertThat(stage.ask("office:410200", DISPATCHES).getList("items")).isEmpty();
    }
}
