package io.zhenggai.acceptance.system;

import java.util.List;
import java.util.Map;

/** The supervision ladder, as who issues and who is addressed climb it. */
public final class Supervisions {

    public static final String COLLECTION = "/api/v1/supervisions";
    public static final Map<String, Object> REPLY = Map.of("reply", "已完成流程梳理，月底前整改到位");
    public static final Map<String, Object> CONTENT = Map.of("body", "请于【回复期限】前报告整改情况。", "replyWithin", 3);

    private Supervisions() {}

    /** @return what is sent to draft a slip about an issue by hand */
    public static Map<String, Object> slip(String issue) {
        return Map.of("kind", "SUPERVISION_SLIP", "issues", List.of(issue));
    }

    /** Drafts a slip about an issue by hand, for the province. */
    public static Thing draft(Stage stage, String issue) {
        return Thing.created(
                stage, COLLECTION, stage.as("province").body(slip(issue)).post(COLLECTION));
    }

    /** The same, signed: who is addressed sees it. */
    public static Thing signed(Stage stage, String issue) {
        Thing slip = draft(stage, issue);
        slip.act("province", "signatures");
        return slip;
    }
}
