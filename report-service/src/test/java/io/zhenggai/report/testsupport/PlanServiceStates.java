package io.zhenggai.report.testsupport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Public states as the plan service sends them; null: absent. */
public final class PlanServiceStates {

    /** The title of the campaign's plan. */
    public static final String TITLE = "2021年河南省办理建筑许可整改提升工作方案";

    private PlanServiceStates() {}

    /** The 2021 campaign. */
    public static Map<String, Object> campaign(UUID id) {
        return Map.of(
                "id",
                id,
                "documentNumber",
                "豫工程改革办〔2021〕7号",
                "title",
                TITLE,
                "issuingBody",
                "河南省工程建设项目审批制度改革领导小组办公室",
                "addressees",
                List.of("各省辖市、济源示范区工程建设项目审批制度改革领导小组办公室"),
                "copies",
                List.of(),
                "start",
                "2021-10-19",
                "end",
                "2021-12-31",
                "year",
                2021,
                "phases",
                List.of(Map.of("ordinal", 3, "name", "整改总结", "kind", "SUMMARY", "deadline", "2021-12-31")));
    }

    /** A filing that is owed by that day, not submitted yet. */
    public static Map<String, Object> obligation(UUID id, UUID campaign, String code, String region, String deadline) {
        Map<String, Object> state = new HashMap<>();
        state.put("id", id);
        state.put("campaignId", campaign);
        state.put("phase", 3);
        state.put("code", code);
        state.put("kind", "FILING");
        state.put("title", "总结报告");
        state.put("region", region);
        state.put("deadline", deadline);
        state.put("deadlineVersion", 1);
        state.put("openedAt", "2021-10-19T00:30:00Z");
        state.put("status", "OPEN");
        state.put("late", false);
        state.put("returns", 0);
        return state;
    }

    /** The same one, first submitted at that moment and judged. */
    public static Map<String, Object> submitted(Map<String, Object> obligation, String at, boolean late) {
        Map<String, Object> state = new HashMap<>(obligation);
        state.put("status", "SUBMITTED");
        state.put("firstSubmittedAt", at);
        state.put("late", late);
        return state;
    }

    /** An accepted plan with one goal, two tasks and three measures, first submitted on 2021-10-28. */
    public static Map<String, Object> plan(UUID id, UUID campaign, String region) {
        return Map.of(
                "id",
                id,
                "campaignId",
                campaign,
                "region",
                region,
                "status",
                "ACCEPTED",
                "documentNumber",
                "市工改办〔2021〕15号",
                "goalCount",
                1,
                "taskCount",
                2,
                "measureCount",
                3,
                "firstSubmittedAt",
                "2021-10-28T07:00:00Z",
                "returns",
                1);
    }

    /** A training that an office held itself, or the province held for it. */
    public static Map<String, Object> session(
            UUID id,
            UUID campaign,
            String kind,
            String region,
            String subjectRegion,
            List<String> units,
            int participants) {
        Map<String, Object> state = new HashMap<>();
        state.put("id", id);
        state.put("campaignId", campaign);
        state.put("kind", kind);
        state.put("region", region);
        state.put("subjectRegion", subjectRegion);
        state.put("heldOn", "2021-11-16");
        state.put("title", "专题培训");
        state.put("units", units);
        state.put("counties", List.of("410181"));
        state.put("participants", participants);
        state.put("experts", 2);
        return state;
    }
}
