package io.zhenggai.acceptance.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of a training session. */
public final class Training {

    public static final String COLLECTION = "/api/v1/training-sessions";

    private Training() {}

    public static Map<String, Object> session(
            Stage stage, String kind, String heldOn, String title, Optional<String> subjectRegion) {
        Map<String, Object> session = new HashMap<>();
        session.put("campaignId", stage.campaign().id());
        session.put("kind", kind);
        session.put("heldOn", heldOn);
        session.put("title", title);
        session.put("units", List.of("住建局", "自然资源和规划局"));
        session.put("participants", 85);
        subjectRegion.ifPresent(region -> session.put("subjectRegion", region));
        return session;
    }
}
