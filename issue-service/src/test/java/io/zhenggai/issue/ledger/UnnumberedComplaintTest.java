package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say on the same day about the same matter, with no number that tells one from another. */
@QuarkusTest
@OnRealServers
class UnnumberedComplaintTest {

    private static final String CITY = "410400";
    private static final String ITEM = """
            {"source": "PUBLIC_PAIN_POINT", "dated": "2021-10-18", "textReceived": "%s", "answerOwedTo": "%s"}
            """;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void whatASecondPersonComplainsOfOnOneDayIsASecondSourceItem() {
        Response issue = complained(unique());

        issue = act("province", issue, "source-items", ITEM.formatted("我也跑了三趟", "王某"));
        issue.then().statusCode(200).body("sourceItems", hasSize(2)).body("answersOwed", equalTo(2));
        act("province", issue, "source-items", ITEM.formatted("我跑了四趟", "赵某"))
                .then()
                .statusCode(200)
                .body("sourceItems", hasSize(3));
    }

    @Test
    void whatIsRegisteredTwiceInTheSameWordsWasASecondClick() {
        String words = "竣工验收需多次跑动" + unique();
        complained(words);

        as("province")
                .body(complaint(words))
                .post(ISSUES)
                .then()
                .statusCode(409)
                .body("detail", containsString("请在该问题下增加来源"));
    }

    @Test
    void whatIsAnotherIssuesIsNotAddedToThisOne() {
        String words = "竣工验收需多次跑动" + unique();
        complained(words);
        Response other = act("province", register("province", CITY), "corrections", """
                {"description": "%s", "reason": "表述不准确"}
                """.formatted(words));

        act("province", other, "source-items", ITEM.formatted("我也跑了三趟", "王某"))
                .then()
                .statusCode(409);
    }

    @Test
    void whatHasANumberIsTakenOnce() {
        Response issue = complained(unique());
        String numbered = ITEM.formatted("我也跑了三趟", "王某").replace("{", "{\"itemNumber\": \"7\", ");

        issue = act("province", issue, "source-items", numbered);
        issue.then().statusCode(200);
        act("province", issue, "source-items", numbered).then().statusCode(409);
    }

    private static Response complained(String words) {
        Response issue = as("province").body(complaint(words)).post(ISSUES);
        issue.then().statusCode(201);
        return issue;
    }

    private static String complaint(String words) {
        return """
                {"campaignId": "%s", "region": "%s", "description": "%s", "category": "SERVICE", "severity": "GENERAL",
                 "sourceItem": %s}
                """.formatted(OtherServices.CAMPAIGN_2021, CITY, words, ITEM.formatted("李某反映跑了五趟", "李某"));
    }
}
