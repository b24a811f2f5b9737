package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.scorecardItem;
import static io.zhenggai.issue.testsupport.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what, and who registers what. */
@QuarkusTest
@OnRealServers
class IssueScopeTest {

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office:410500",
                "county:410482",
                "department:410500:住建局",
                "leader:410500",
                "auditor:410500",
                "indicator-lead:410500:发改委",
                "member-unit:省自然资源厅",
                "system:complaints"
            })
    void whoHasNoPartInARegionSeesNothingOfIt(String account) {
        Response issue = register("office:410400", "410481");
        String id = issue.path("id");

        as(account).get(ISSUES + id).then().statusCode(404);
        as(account).get(ISSUES + issue.path("ledgerNumber")).then().statusCode(404);
        as(account).get(ISSUES + id + "/history").then().statusCode(404);
        as(account).get(ISSUES + id + "/evidence").then().statusCode(404);
        assertThat(ids(account)).doesNotContain(id);
        assertThat(as(account).get(ISSUES + "?total=true&region=410481").<Integer>path("total"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "province",
                "office:410400",
                "county:410481",
                "leader",
                "leader:410400",
                "auditor:410400",
                "indicator-lead:410400:发改委"
            })
    void whoHasAPartInARegionSeesItsIssues(String account) {
        String id = register("office:410400", "410481").path("id");

        as(account).get(ISSUES + id).then().statusCode(200);
        assertThat(ids(account)).contains(id);
    }

    @Test
    void aUnitSeesWhatItLeadsHelpsWithOrRegistered() {
        String lead = "department:410400:住建局";
        String helping = "department:410400:自然资源和规划局";
        String other = "department:410400:政务服务局";
        Response issue = register("office:410400", "410481");
        assertThat(ids(lead)).doesNotContain(issue.<String>path("id"));

        issue = act("office:410400", issue, "assignments", ASSIGNMENT);
        issue = act("office:410400", issue, "acknowledgements", "");
        issue = act("office:410400", issue, "cause-analyses", CAUSE);

        String id = issue.path("id");
        assertThat(ids(lead)).contains(id);
        assertThat(ids(helping)).contains(id);
        assertThat(ids(other)).doesNotContain(id);
        as(other).get(ISSUES + id).then().statusCode(404);
        act(lead, issue, "rectifications", "").then().statusCode(200);

        String own = registerOwnFinding(other, "410400").path("id");
        assertThat(ids(other)).contains(own);
        assertThat(ids(lead)).doesNotContain(own);
    }

    @Test
    void aProvincialMemberUnitSeesWhatItLeadsInEveryCity() {
        Response issue = register("province", "410400");

        act("province", issue, "assignments", "{\"deadline\": \"2021-12-31\", \"leadUnit\": \"省自然资源厅\"}");

        assertThat(ids("member-unit:省自然资源厅")).contains(issue.<String>path("id"));
        assertThat(ids("member-unit:省住房城乡建设厅")).doesNotContain(issue.<String>path("id"));
    }

    @ParameterizedTest
    @CsvSource({"leader,", "auditor:410400,", "province,第3项：施工许可平均用时超过承诺时限", "county:410481,第3项：施工许可平均用时超过承诺时限"})
    void whoOnlyReadsIsNotShownTheTextAsReceived(String account, String text) {
        String id = register("office:410400", "410481").path("id");

        assertThat(as(account).get(ISSUES + id).<String>path("sourceItems[0].textReceived"))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "province,410400,SELF_INSPECTION,201",
        "office:410400,410481,SELF_INSPECTION,201",
        "county:410481,410481,SELF_INSPECTION,201",
        "department:410400:住建局,410481,SELF_INSPECTION,201",
        "county:410481,410400,SELF_INSPECTION,422",
        "county:410481,410482,SELF_INSPECTION,422",
        "department:410400:住建局,410500,SELF_INSPECTION,422",
        "county:410481,410481,SYSTEM_SCORECARD,422",
        "department:410400:住建局,410400,SYSTEM_SCORECARD,422",
        "leader,410400,SELF_INSPECTION,403",
        "auditor:410400,410400,SELF_INSPECTION,403",
        "indicator-lead:410400:发改委,410400,SELF_INSPECTION,403",
        "member-unit:省自然资源厅,410400,SELF_INSPECTION,403",
        "system:complaints,410400,MINI_PROGRAM,201",
        "system:complaints,410482,PUBLIC_PAIN_POINT,201",
        "system:complaints,410400,SELF_INSPECTION,422",
        "system:complaints,410400,SYSTEM_SCORECARD,422",
        "system:approval-platform,410400,SYSTEM_SCORECARD,201",
        "system:approval-platform,410400,MINI_PROGRAM,422",
        "system:operations,410400,SYSTEM_SCORECARD,403"
    })
    void everyRoleRegistersItsOwn(String account, String region, String source, int status) {
        String body = scorecardItem(region, unique()).replace("SYSTEM_SCORECARD", source);

        as(account).body(body).post("/api/v1/issues").then().statusCode(status);
    }

    @Test
    void aCountyIsToldThatItRegistersItsOwnFindings() {
        as("county:410481")
                .body(scorecardItem("410481", unique()))
                .post("/api/v1/issues")
                .then()
                .body("violations[0].field", equalTo("sourceItem.source"))
                .body("violations[0].message", equalTo("县（市、区）、开发区和部门只能登记自查发现的问题"));
    }

    @Test
    void aMachineClientReadsWhatItRegisteredAndNothingElse() {
        String own = as("system:approval-platform")
                .body(scorecardItem("410400", unique()))
                .post("/api/v1/issues")
                .path("id");
        String another = as("province")
                .body(scorecardItem("410400", unique()))
                .post("/api/v1/issues")
                .path("id");

        assertThat(ids("system:approval-platform")).contains(own).doesNotContain(another);
        as("system:approval-platform").get(ISSUES + another).then().statusCode(404);
        as("system:complaints").get(ISSUES + own).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/none", "/none/history", "/none/evidence", "/none/evidence/none", "?light=BLUE"})
    void aMachineClientWithoutTheScopeIsToldWhichItNeeds(String path) {
        as("system:operations")
                .get("/api/v1/issues" + path)
                .then()
                .statusCode(403)
                .body("detail", equalTo("此操作需要 issues:read 权限。"));
    }

    private static List<String> ids(String account) {
        return as(account).get("/api/v1/issues?limit=200").path("items.id");
    }
}
