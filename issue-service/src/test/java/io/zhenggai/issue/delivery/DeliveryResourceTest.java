package io.zhenggai.issue.delivery;

import static io.zhenggai.issue.delivery.Deliveries.COMPLAINTS;
import static io.zhenggai.issue.delivery.Deliveries.PATH;
import static io.zhenggai.issue.delivery.Deliveries.PLATFORM;
import static io.zhenggai.issue.delivery.Deliveries.PROPOSALS;
import static io.zhenggai.issue.delivery.Deliveries.complaint;
import static io.zhenggai.issue.delivery.Deliveries.deliver;
import static io.zhenggai.issue.delivery.Deliveries.delivery;
import static io.zhenggai.issue.delivery.Deliveries.item;
import static io.zhenggai.issue.delivery.Deliveries.line;
import static io.zhenggai.issue.delivery.Deliveries.matter;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.requested;
import static io.zhenggai.issue.testsupport.Api.unique;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.IssueTopic;
import io.zhenggai.issue.testsupport.IssueTopic.Heard;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other systems deliver, over HTTP. */
@QuarkusTest
@OnRealServers
class DeliveryResourceTest {

    private static final String CITY = "411700";
    private static final String OTHER_CITY = "411500";
    private static final String OFFICE = "office:" + CITY;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void eachIsRegisteredOrRefusedByItself() {
        String document = unique();

        Response answer = deliver(
                PLATFORM,
                line(CITY, document, "1", matter()),
                line(CITY, document, "2", matter(), "2021-10-21"),
                line(OTHER_CITY, document, "3", matter()),
                line("419999", document, "4", matter()),
                complaint(CITY, unique(), matter()));

        answer.then()
                .statusCode(200)
                .body("registered", equalTo(2))
                .body("alreadyRegistered", equalTo(0))
                .body("proposed", equalTo(0))
                .body("refused", equalTo(3))
                .body("items.outcome", contains("REGISTERED", "REFUSED", "REGISTERED", "REFUSED", "REFUSED"))
                .body("items[0].ledgerNumber", containsString("ZG2021-411700-"))
                .body("items[0].problem", nullValue())
                .body("items[1].issueId", nullValue())
                .body("items[1].problem.status", equalTo(422))
                .body("items[1].problem.violations.field", contains("items[1].sourceItem.dated"))
                .body("items[2].ledgerNumber", containsString("ZG2021-411500-"))
                .body("items[3].problem.violations.field", contains("items[3].region"))
                .body("items[4].problem.violations.field", contains("items[4].sourceItem.source"));
        String id = answer.path("items[0].issueId");
        assertThat(IssueTopic.eventsOf(id, 1)).extracting(Heard::type).containsExactly("issue.registered.v1");
        as(OFFICE)
                .get(ISSUES + id)
                .then()
                .body("registeredUnit", equalTo("approval-platform"))
                .body("sourceItems[0].documentNumber", equalTo(document));
        as(OFFICE).get(ISSUES + id + "/history").then().body("action", contains("REGISTER"));
    }

    @Test
    void deliveredAgainNothingIsDoneTwice() {
        String document = unique();
        String first = line(CITY, document, "1", matter());
        String second = line(CITY, document, "2", matter());
        Response before = deliver(PLATFORM, first, second);

        deliver(PLATFORM, second, first, line(CITY, document, "3", matter()), first)
                .then()
                .statusCode(200)
                .body(
                        "items.outcome",
                        contains("ALREADY_REGISTERED", "ALREADY_REGISTERED", "REGISTERED", "ALREADY_REGISTERED"))
                .body("items[0].ledgerNumber", equalTo(before.path("items[1].ledgerNumber")))
                .body("items[1].ledgerNumber", equalTo(before.path("items[0].ledgerNumber")))
                .body("items[3].issueId", equalTo(before.path("items[0].issueId")));
        as(OFFICE)
                .get(ISSUES + before.path("items[0].issueId") + "/history")
                .then()
                .body("action", contains("REGISTER"));
    }

    @Test
    void theSameItemTwiceInOneDeliveryIsOnce() {
        String twice = line(CITY, unique(), "1", matter());

        Response answer = deliver(PLATFORM, twice, twice);

        answer.then().body("items.outcome", contains("REGISTERED", "ALREADY_REGISTERED"));
        assertThat(answer.<String>path("items[1].issueId")).isEqualTo(answer.path("items[0].issueId"));
    }

    @Test
    void whatSomebodyElseRegisteredIsThereAlreadyWithoutItsNumber() {
        String document = unique();
        String body = """
                {"campaignId": "%s", "region": "%s", "description": "%s", "category": "TIME", "severity": "GENERAL",
                 "sourceItem": {"source": "SYSTEM_SCORECARD", "documentNumber": "%s", "itemNumber": "1"}}
                """.formatted(CAMPAIGN_2021, CITY, matter(), document);
        as(OFFICE).body(body).post(ISSUES).then().statusCode(201);

        deliver(PLATFORM, line(CITY, document, "1", matter()))
                .then()
                .body("items[0].outcome", equalTo("ALREADY_REGISTERED"))
                .body("items[0].ledgerNumber", nullValue())
                .body("items[0].issueId", nullValue());
    }

    @Test
    void aLineOnAMatterStillOpenIsProposedAndProposedOnceOnly() {
        String matter = matter();
        Response registered = deliver(PLATFORM, line(CITY, unique(), "1", matter));
        String again = line(CITY, unique(), "4", matter + "仍未整改");

        Response proposed = deliver(PLATFORM, again, line(CITY, unique(), "5", matter()));
        Response repeated = deliver(PLATFORM, again);

        proposed.then()
                .body("proposed", equalTo(1))
                .body("items.outcome", contains("PROPOSED", "REGISTERED"))
                .body("items[0].ledgerNumber", nullValue())
                .body("items[0].problem", nullValue());
        repeated.then().body("items[0].outcome", equalTo("PROPOSED"));
        String id = proposed.path("items[0].proposalId");
        assertThat(repeated.<String>path("items[0].proposalId")).isEqualTo(id);
        as(OFFICE)
                .get(PROPOSALS + "/" + id)
                .then()
                .statusCode(200)
                .body("issue.id", equalTo(registered.path("items[0].issueId")))
                .body("reasons", contains("SIMILAR_DESCRIPTION"))
                .body("deliveredBy", equalTo("approval-platform"));
        as(OFFICE)
                .get(ISSUES + registered.path("items[0].issueId"))
                .then()
                .body("version", equalTo(0))
                .body("sourceItems", hasSize(1));
    }

    /** Whoever looks for duplicates by hand and what is compared here find the same. */
    @Test
    void isLikelyByTheVeryMeasureOfDuplicates() {
        String matter = matter();
        String described = matter.substring(0, 18) + "，ABC施工 许可（Ⅱ）";
        deliver(PLATFORM, line(CITY, unique(), "1", described)).then().body("registered", equalTo(1));
        String question = """
                {"campaignId": "%s", "region": "%s", "description": "%s"}""".formatted(CAMPAIGN_2021, CITY, matter);
        int score = as(OFFICE).body(question).post(ISSUES + "duplicates").path("items[0].score");

        Response proposed = deliver(PLATFORM, line(CITY, unique(), "1", matter));

        assertThat(score).isBetween(300, 999);
        as(OFFICE)
                .get(PROPOSALS + "/" + proposed.path("items[0].proposalId"))
                .then()
                .body("score", equalTo(score));
    }

    @Test
    void linesOfOneDocumentAreToldApartHoweverAlikeTheyRead() {
        String document = unique();
        String matter = matter();

        deliver(PLATFORM, line(CITY, document, "1", matter), line(CITY, document, "2", matter))
                .then()
                .body("items.outcome", everyItem(equalTo("REGISTERED")));
        deliver(PLATFORM, line(CITY, document, "3", matter)).then().body("items.outcome", contains("REGISTERED"));
    }

    @Test
    void aComplaintUnderTheSameNumberIsTheSameMatterHoweverItReads() {
        String number = unique();
        deliver(COMPLAINTS, complaint(CITY, number, matter())).then().statusCode(200);

        Response proposed = deliver(COMPLAINTS, complaint(CITY, number, matter()));

        proposed.then().body("items.outcome", contains("PROPOSED"));
        as(OFFICE)
                .get(PROPOSALS + "/" + proposed.path("items[0].proposalId"))
                .then()
                .body("reasons", contains("SAME_DOCUMENT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHER_CITY, "411722"})
    void whatIsOpenInAnotherRegionIsNoneOfIts(String elsewhere) {
        String matter = matter();
        deliver(PLATFORM, line(elsewhere, unique(), "1", matter)).then().body("registered", equalTo(1));

        deliver(PLATFORM, line(CITY, unique(), "1", matter)).then().body("registered", equalTo(1));
    }

    @Test
    void whatIsClosedHasComeBackAndIsRegistered() {
        String matter = matter();
        String id = deliver(PLATFORM, line(CITY, unique(), "1", matter)).path("items[0].issueId");
        Response requested = requested(as(OFFICE).get(ISSUES + id), OFFICE);
        Response reviewed = act(OFFICE + ":2", requested, "first-reviews", OPINION);
        act("province", reviewed, "close-outs", OPINION).then().statusCode(200);

        Response answer = deliver(
                PLATFORM,
                recurring(line(CITY, unique(), "2", matter), id),
                recurring(line(CITY, unique(), "3", matter()), UUID.randomUUID().toString()),
                recurring(line(OTHER_CITY, unique(), "4", matter()), id));

        answer.then()
                .body("items.outcome", contains("REGISTERED", "REFUSED", "REFUSED"))
                .body("items[1].problem.violations.field", contains("items[1].recurrenceOf"))
                .body("items[2].problem.violations.field", contains("items[2].recurrenceOf"));
        as(OFFICE).get(ISSUES + answer.path("items[0].issueId")).then().body("recurrenceOf", equalTo(id));
    }

    private static String recurring(String item, String closed) {
        return item.strip().replaceFirst("^\\{", "{\"recurrenceOf\": \"" + closed + "\", ");
    }

    @Test
    void whoComplainedIsToldNobody() {
        Response answer = deliver(COMPLAINTS, complaint(CITY, unique(), matter()));
        String id = answer.path("items[0].issueId");

        assertThat(answer.asString()).doesNotContain("李建国", "13800138000", "五趟");
        assertThat(as(OFFICE).get(ISSUES + id + "/history").asString())
                .contains("hmac-sha256:")
                .doesNotContain("李建国", "13800138000", "五趟");
        IssueTopic.eventsOf(id, 1)
                .forEach(event -> assertThat(event.json()).doesNotContain("李建国", "13800138000", "五趟"));
    }

    @Test
    void twoHundredAreTakenAtOnceAndNotOneMore() {
        String document = unique();
        String[] items = IntStream.rangeClosed(1, 201)
                .mapToObj(i -> line(OTHER_CITY, document, Integer.toString(i), "第" + i + "项办理超时"))
                .toArray(String[]::new);

        deliver(PLATFORM, items).then().statusCode(400).body("violations.field", contains("items"));
        deliver(PLATFORM, Arrays.copyOf(items, 200))
                .then()
                .statusCode(200)
                .body("refused", equalTo(0))
                .body("items", hasSize(200))
                .body("items.outcome", everyItem(not(equalTo("ALREADY_REGISTERED"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};items",
                "{};campaignId",
                "{\"items\": []};items",
                "{\"items\": {}};items",
                "{\"items\": [{\"region\": \"410100\", \"region\": \"410100\"}]};items[0].region"
            })
    void withoutItemsOrBrokenItIsRefusedAsAWhole(String body, String field) {
        as(PLATFORM).body(body).post(PATH).then().statusCode(400).body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "null;items[0]",
                "\"线上审批超时\";items[0]",
                "{};items[0].sourceItem",
                "{\"region\": \"x\"};items[0].region",
                "{\"category\": \"SPEED\"};items[0].category",
                "{\"descripton\": \"线上审批超时\"};items[0].descripton",
                "{\"sourceItem\": {\"source\": \"SELF_INSPECTION\", \"dated\": \"2021-02-30\"}};items[0].sourceItem.dated"
            })
    void anItemThatIsNotValidKeepsNobodyElseBack(String item, String field) {
        deliver(PLATFORM, item, line(CITY, unique(), "1", matter()))
                .then()
                .statusCode(200)
                .body("items.outcome", contains("REFUSED", "REGISTERED"))
                .body("items[0].problem.status", equalTo(400))
                .body("items[0].problem.violations.field", hasItem(field));
    }

    @Test
    void ofADescriptionThatIsTooLongTheRuleIsSaid() {
        deliver(PLATFORM, line(CITY, unique(), "1", "长".repeat(2_001)), line(CITY, unique(), "1", matter()))
                .then()
                .statusCode(200)
                .body("refused", equalTo(1))
                .body("registered", equalTo(1))
                .body("items[0].problem.violations.field", contains("items[0].description"))
                .body("items[0].problem.violations.message", contains("不能超过 2000 个字"));
    }

    @Test
    void nothingIsRegisteredInACampaignThatIsNotThere() {
        as(PLATFORM)
                .body(delivery(UUID.randomUUID().toString(), line(CITY, unique(), "1", matter())))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("violations.field", contains("campaignId"));
    }

    @Test
    void onTheLastDayOfTheCampaignItIsTakenAndNotTheDayAfter() {
        clock.freezeAt(Instant.parse("2021-12-31T15:59:59Z"));
        deliver(PLATFORM, line(CITY, unique(), "1", matter())).then().body("registered", equalTo(1));

        clock.freezeAt(Instant.parse("2021-12-31T16:00:00Z"));
        deliver(PLATFORM, line(CITY, unique(), "1", matter()))
                .then()
                .statusCode(422)
                .body("violations.field", contains("campaignId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"system:statistics", "province", OFFICE, "county:411722", "leader"})
    void isForSystemsThatMayRegisterOnly(String account) {
        deliver(account, line(CITY, unique(), "1", matter())).then().statusCode(403);
    }

    @Test
    void repeatedWithItsKeyItIsAnsweredAsBefore() {
        String key = unique();
        String body = delivery(CAMPAIGN_2021.toString(), line(CITY, unique(), "1", matter()));

        Response first = as(PLATFORM).header("Idempotency-Key", key).body(body).post(PATH);
        Response again = as(PLATFORM).header("Idempotency-Key", key).body(body).post(PATH);

        first.then().body("registered", equalTo(1));
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void withoutANumberTheWordsAndTheDayTellItApart() {
        String matter = matter();
        String unnumbered = item(CITY, matter, "{\"source\": \"PUBLIC_PAIN_POINT\", \"dated\": \"2021-10-18\"}");
        deliver(COMPLAINTS, unnumbered).then().body("registered", equalTo(1));

        deliver(
                        COMPLAINTS,
                        unnumbered,
                        item(CITY, matter, "{\"source\": \"PUBLIC_PAIN_POINT\", \"dated\": \"2021-10-19\"}"))
                .then()
                .body("items.outcome", contains("ALREADY_REGISTERED", "PROPOSED"));
    }
}
