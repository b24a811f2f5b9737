package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered as likely duplicates, on PostgreSQL. */
@QuarkusTest
@OnRealServers
class DuplicateResourceTest {

    private static final String DUPLICATES = ISSUES + "duplicates";

    @Inject
    BusinessClock clock;

    /** Of this test alone. */
    private final String document = "通报" + UUID.randomUUID();

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void whatReadsAlikeIsOfferedTheLikeliestFirst() {
        String region = "411102";
        Response same = registered(region, "1", "施工图审查意见未一次性告知，企业多次修改");
        Response alike = registered(region, "2", "施工图审查意见未一次性告知建设单位");
        registered(region, "3", "水电气报装未并联办理");

        Response offered = ask("province", region, "施工图审查意见未一次性告知，企业多次修改", "");

        offered.then()
                .statusCode(200)
                .body("items.issue.id", contains(same.<Object>path("id"), alike.path("id")))
                .body("items[0].score", equalTo(1000))
                .body("items.reasons", contains(List.of("SIMILAR_DESCRIPTION"), List.of("SIMILAR_DESCRIPTION")))
                .body("items[0].issue.ledgerNumber", equalTo(same.path("ledgerNumber")));
        assertThat(offered.<Integer>path("items[1].score")).isBetween(300, 999);
    }

    @Test
    void whatComesOfTheSameDocumentOrItemIsOfferedWhateverItSays() {
        String region = "411103";
        Response item = registered(region, "7", "区域评估成果未共享应用");
        Response other = registered(region, "8", "竣工备案仍要求重复提交材料");

        ask("province", region, "中介服务收费不透明", source("7"))
                .then()
                .statusCode(200)
                .body("items.issue.id", contains(item.<Object>path("id"), other.path("id")))
                .body("items[0].score", equalTo(1000))
                .body("items[0].reasons", contains("SAME_SOURCE_ITEM", "SAME_DOCUMENT"))
                .body("items[1].reasons", contains("SAME_DOCUMENT"));
    }

    @Test
    void neitherAnotherRegionsNorWhatTheCallerDoesNotSeeNorWhatIsNoIssueAnyMoreIsOffered() {
        String words = "联合验收未实现统一受理" + UUID.randomUUID();
        registered("411122", "1", words);
        Response rejected = registered("411104", "2", words);
        act("province", rejected, "rejections", "{\"reason\": \"不予受理\"}").then().statusCode(200);
        ask("province", "411104", words, "").then().body("items", empty());
        registered("411104", "3", words);

        ask("office:411100", "411104", words, "").then().body("items", hasSize(1));
        ask("county:411104", "411104", words, "").then().body("items", hasSize(1));
        ask("county:411103", "411104", words, "").then().statusCode(200).body("items", empty());
        ask("office:410100", "411104", words, "").then().statusCode(200).body("items", empty());
        ask("department:411100:住建局", "411104", words, "").then().body("items", empty());
    }

    @Test
    void atMostTenAreOffered() {
        String region = "411121";
        for (int i = 0; i < 11; i++) {
            registered(region, Integer.toString(i), "消防设计审查超过承诺时限");
        }

        ask("province", region, "消防设计审查超过承诺时限", "").then().body("items", hasSize(10));
    }

    @ParameterizedTest
    @CsvSource({"description", "region", "campaignId"})
    void whatIsMissingIsNamed(String field) {
        String question = question("411102", "施工图审查超时", "").replaceAll("\"" + field + "\": \"[^\"]*\",? ?", "");

        as("province")
                .body(question.replace(", }", "}"))
                .post(DUPLICATES)
                .then()
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    @Test
    void whatCannotBeRegisteredAgainIsOfferedAsTheIssueThatHasIt() {
        String region = "411171";
        Response staying = registered(region, "1", "区域评估成果未共享应用");
        Response going = registered(region, "2", "竣工备案仍要求重复提交材料");
        String into = "{\"into\": \"" + staying.path("id") + "\", \"reason\": \"反映的是同一问题\"}";
        act("province", going, "merges", into).then().statusCode(200);
        Response rejected = registered(region, "3", "水电气报装未并联办理");
        act("province", rejected, "rejections", "{\"reason\": \"不予受理\"}").then().statusCode(200);

        ask("province", region, "中介服务收费不透明", source("2"))
                .then()
                .body("items[0].issue.id", equalTo(staying.path("id")))
                .body("items[0].reasons", contains("SAME_SOURCE_ITEM", "SAME_DOCUMENT"));
        ask("province", region, "中介服务收费不透明", source("3").replace("通报", "通 报"))
                .then()
                .body("items.issue.id", contains(rejected.<Object>path("id"), staying.path("id")));
    }

    private Response ask(String account, String region, String description, String source) {
        return as(account).body(question(region, description, source)).post(DUPLICATES);
    }

    private static String question(String region, String description, String source) {
        return "{\"campaignId\": \"" + CAMPAIGN_2021 + "\", \"region\": \"" + region + "\", \"description\": \""
                + description + "\"" + source + "}";
    }

    private String source(String item) {
        return ", \"sourceItem\": {\"source\": \"SYSTEM_SCORECARD\", \"documentNumber\": \"" + document
                + "\", \"itemNumber\": \"" + item + "\"}";
    }

    private Response registered(String region, String item, String description) {
        Response registered = as("province")
                .body(question(
                        region, description, source(item) + ", \"category\": \"TIME\", \"severity\": \"GENERAL\""))
                .post(ISSUES);
        registered.then().statusCode(201);
        return registered;
    }
}
