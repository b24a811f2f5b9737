package io.zhenggai.acceptance.client;

import java.util.Map;

/** What is registered of an issue, as a front end sends it. */
public final class NewIssue {

    private NewIssue() {}

    /**
     * @param source such as {@code SELF_INSPECTION}
     * @param documentNumber of the document whose only item it is
     * @return the body of the request
     */
    public static Map<String, Object> of(
            String campaignId, String region, String source, String documentNumber, String description) {
        Map<String, Object> sourceItem = Map.of(
                "source",
                source,
                "documentNumber",
                documentNumber,
                "itemNumber",
                "1",
                "dated",
                "2021-10-12",
                "textReceived",
                "原文：" + description);
        return Map.of(
                "campaignId", campaignId,
                "region", region,
                "description", description,
                "category", "TIME",
                "severity", "SERIOUS",
                "sourceItem", sourceItem);
    }
}
