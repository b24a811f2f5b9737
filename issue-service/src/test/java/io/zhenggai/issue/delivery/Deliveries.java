package io.zhenggai.issue.delivery;

import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.unique;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;

import io.restassured.response.Response;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What other systems deliver in tests. */
final class Deliveries {

    static final String PATH = "/api/v1/issue-deliveries";
    static final String PROPOSALS = "/api/v1/source-item-proposals";
    static final String PLATFORM = "system:approval-platform";
    static final String COMPLAINTS = "system:complaints";

    private Deliveries() {}

    static Response deliver(String system, String... items) {
        return as(system).body(delivery(CAMPAIGN_2021.toString(), items)).post(PATH);
    }

    static String delivery(String campaignId, String... items) {
        return Stream.of(items)
                .collect(Collectors.joining(", ", "{\"campaignId\": \"" + campaignId + "\", \"items\": [", "]}"));
    }

    /** @return a line of the weekly scorecard, dated 2021-10-18 */
    static String line(String region, String document, String number, String description) {
        return line(region, document, number, description, "2021-10-18");
    }

    static String line(String region, String document, String number, String description, String dated) {
        return item(region, description, """
                {"source": "SYSTEM_SCORECARD", "documentNumber": "%s", "itemNumber": "%s", "dated": "%s",
                 "textReceived": "成绩单原文：%s"}
                """.formatted(document, number, dated, description));
    }

    /** @return a complaint of somebody who waits for an answer */
    static String complaint(String region, String number, String description) {
        return item(region, description, """
                {"source": "MINI_PROGRAM", "documentNumber": "%s", "dated": "2021-10-18", "textReceived": "李某反映竣工验收跑了五趟",
                 "answerOwedTo": "李建国", "answerDueOn": "2021-11-05",
                 "complainant": {"name": "李建国", "contact": "13800138000"}}
                """.formatted(number));
    }

    static String item(String region, String description, String sourceItem) {
        return """
                {"region": "%s", "description": "%s", "category": "TIME", "severity": "GENERAL", "sourceItem": %s}
                """.formatted(region, description, sourceItem);
    }

    /** @return the id of a proposal: the second week's line on a matter that the first week's has registered */
    static String proposed(String system, String region) {
        String matter = matter();
        deliver(system, first(system, region, matter)).then().statusCode(200);
        return deliver(system, first(system, region, matter)).path("items[0].proposalId");
    }

    private static String first(String system, String region, String matter) {
        return system.equals(COMPLAINTS) ? complaint(region, unique(), matter) : line(region, unique(), "1", matter);
    }

    /** @return thirty characters that no other text has in this order: nothing is like it by chance */
    static String matter() {
        return new Random()
                .ints(30, 0x4E00, 0x9FA5)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
