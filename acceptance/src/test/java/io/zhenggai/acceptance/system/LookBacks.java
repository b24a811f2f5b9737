package io.zhenggai.acceptance.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Look-backs at what was closed, as the province carries them out. */
public final class LookBacks {

    public static final String COLLECTION = "/api/v1/look-backs";

    private LookBacks() {}

    /** @return what is sent to draw all that was closed so far in a city */
    public static Map<String, Object> all(Stage stage, String campaign, String city) {
        return Map.of(
                "campaignId",
                campaign,
                "closedFrom",
                "2021-10-19",
                "closedTo",
                stage.now().toLocalDate().toString(),
                "regions",
                List.of(city),
                "percentage",
                100);
    }

    /** Draws all that was closed so far in a city. */
    public static Thing draw(Stage stage, String campaign, String city) {
        return Thing.created(
                stage,
                COLLECTION,
                stage.as("province").body(all(stage, campaign, city)).post(COLLECTION));
    }

    /** @return what is sent to tell what was found of an issue today */
    public static Map<String, Object> result(Stage stage, String issue, String finding, Map<String, Object> more) {
        Map<String, Object> result = new HashMap<>(Map.of(
                "issue",
                issue,
                "finding",
                finding,
                "note",
                "现场核查情况",
                "checkedOn",
                stage.now().toLocalDate().toString(),
                "checkedBy",
                "李督查"));
        result.putAll(more);
        return result;
    }
}
