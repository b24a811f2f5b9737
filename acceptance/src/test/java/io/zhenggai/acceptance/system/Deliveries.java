package io.zhenggai.acceptance.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.client.NewIssue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What other systems deliver. */
public final class Deliveries {

    public static final String COLLECTION = "/api/v1/issue-deliveries";
    public static final String PROPOSALS = "/api/v1/source-item-proposals";
    public static final String PLATFORM = "system:approval-platform";

    private Deliveries() {}

    /** @return a line of a scorecard of its own */
    public static Map<String, Object> of(String campaign, String region, String description) {
        Map<String, Object> item = new LinkedHashMap<>(
                NewIssue.of(campaign, region, "SYSTEM_SCORECARD", "成绩单" + UUID.randomUUID(), description));
        item.remove("campaignId");
        return Map.of("campaignId", campaign, "items", List.of(item));
    }

    /** @return the second week's line on a matter that the first week's has registered, to be decided on */
    public static Thing proposed(Stage stage, String region, String description) {
        String campaign = stage.campaign().id();
        deliver(stage, of(campaign, region, description));
        String id = deliver(stage, of(campaign, region, description)).path("items[0].proposalId");
        assertThat(id).isNotNull();
        return new Thing(stage, PROPOSALS + "/" + id);
    }

    private static Response deliver(Stage stage, Map<String, Object> delivery) {
        Response delivered = stage.as(PLATFORM).body(delivery).post(COLLECTION);
        assertThat(delivered.statusCode()).as(delivered.asString()).isEqualTo(200);
        return delivered;
    }
}
