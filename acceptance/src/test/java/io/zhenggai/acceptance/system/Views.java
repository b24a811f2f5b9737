package io.zhenggai.acceptance.system;

import java.util.List;
import java.util.Map;

/** Saved views of the list of issues. */
public final class Views {

    public static final String COLLECTION = "/api/v1/issue-views";

    private Views() {}

    /** @return the body of a view of what is overdue in a city, the nearest deadline first */
    public static Map<String, Object> of(String name, String city) {
        return Map.of(
                "name",
                name,
                "filter",
                Map.of(
                        "city",
                        List.of(city),
                        "status",
                        List.of("IN_RECTIFICATION"),
                        "dueTo",
                        "2021-12-31",
                        "overdue",
                        true),
                "sort",
                "DEADLINE",
                "direction",
                "ASC");
    }

    /** Keeps one for an account. */
    public static Thing keep(Stage stage, String account, String name, String city) {
        return Thing.created(
                stage, COLLECTION, stage.as(account).body(of(name, city)).post(COLLECTION));
    }
}
