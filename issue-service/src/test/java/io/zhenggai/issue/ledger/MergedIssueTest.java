package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who had to do with an issue that was merged finds where its matter goes on. */
@QuarkusTest
@OnRealServers
class MergedIssueTest {

    private static final String CITY = "410500";
    private static final String OFFICE = "office:" + CITY;
    private static final String UNIT = "department:" + CITY + ":城管局";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void aUnitOfItIsToldNumberAndStatusOfTheOneThatGoesOnAndNoMore() {
        Response target = act("province", register("province", CITY), "assignments", ASSIGNMENT);
        Response merged = mergedInto(target);
        String number = target.path("ledgerNumber");

        Response seen = as(UNIT).get(ISSUES + merged.path("id"));

        seen.then()
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("goesOnAs.keySet()", containsInAnyOrder("ledgerNumber", "status"))
                .body("goesOnAs.ledgerNumber", equalTo(number))
                .body("goesOnAs.status", equalTo("ASSIGNED"));
        as(UNIT).get(ISSUES + number).then().statusCode(404);
        as("department:410100:城管局").get(ISSUES + merged.path("id")).then().statusCode(404);
        as("office:410100").get(ISSUES + merged.path("id")).then().statusCode(404);
    }

    @Test
    void itIsReadAnewOnceTheOtherHasGoneOn() {
        Response target = act("province", register("province", CITY), "assignments", ASSIGNMENT);
        Response merged = mergedInto(target);
        Response seen = as(UNIT).get(ISSUES + merged.path("id"));
        String tag = seen.header("ETag");
        as(UNIT).header("If-None-Match", tag)
                .get(ISSUES + merged.path("id"))
                .then()
                .statusCode(304);

        Response now = as(OFFICE).get(ISSUES + target.path("id"));
        act(OFFICE, now, "acknowledgements", "").then().statusCode(200);

        as(UNIT).header("If-None-Match", tag)
                .get(ISSUES + merged.path("id"))
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("goesOnAs.status", equalTo("ACKNOWLEDGED"));
    }

    @Test
    void whatIsNotMergedGoesOnAsItself() {
        Response target = act("province", register("province", CITY), "assignments", ASSIGNMENT);
        Response merged = mergedInto(target);

        Response unmerged = act("province", merged, "unmerges", "{\"reason\": \"误合并\"}");

        unmerged.then().statusCode(200).body("goesOnAs", nullValue());
    }

    /** An issue that another unit led, which is not one of the target's. */
    private static Response mergedInto(Response target) {
        Response issue = act(
                "province",
                register("province", CITY),
                "assignments",
                "{\"deadline\": \"2021-12-31\", \"leadUnit\": \"城管局\"}");
        issue.then().statusCode(200);
        Response merged = as("province")
                .header("If-Match", issue.header("ETag"))
                .body(Map.of("into", target.path("ledgerNumber"), "reason", "同一问题"))
                .post(ISSUES + issue.path("id") + "/merges");
        merged.then().statusCode(200).body("goesOnAs.ledgerNumber", equalTo(target.path("ledgerNumber")));
        return merged;
    }
}
