package io.zhenggai.acceptance.input;

import io.zhenggai.acceptance.system.Stage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that is stored, as far as the province sees it: how many of each kind, and what they say.
 *
 * @param totals by list
 * @param pages the whole first page of each list: versions and states are in it
 */
record Stored(Map<String, Long> totals, Map<String, String> pages) {

    static final Stored NOTHING = new Stored(Map.of(), Map.of());

    private static final String[] LISTS = {
        "campaign-drafts",
        "campaigns",
        "issues",
        "look-backs",
        "supervisions",
        "obligations",
        "plans",
        "training-sessions",
        "reports",
        "contacts",
        "dispatches",
        "reminders"
    };

    static Stored of(Stage stage) {
        Map<String, Long> totals = new LinkedHashMap<>();
        Map<String, String> pages = new LinkedHashMap<>();
        for (String list : LISTS) {
            totals.put(list, stage.total("province", "/api/v1/" + list));
            pages.put(
                    list,
                    stage.as("province").get("/api/v1/" + list + "?limit=200").asString());
        }
        return new Stored(totals, pages);
    }
}
