package io.zhenggai.acceptance.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.client.NewIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Issues brought to where a test needs them, by the persons who really do that. */
public final class Issues {

    public static final String COLLECTION = "/api/v1/issues";
    public static final Map<String, Object> ASSIGNMENT = Map.of("deadline", "2021-12-31");
    public static final Map<String, Object> ANALYSIS = Map.of(
            "causeAnalysis", "部门之间信息共享不到位",
            "rectificationGoal", "压减办理时间",
            "leadUnit", "住建局",
            "cooperatingUnits", List.of("自然资源和规划局"),
            "responsiblePerson", "张建设");
    public static final Map<String, Object> CLOSE_OUT_REQUEST =
            Map.of("result", "已完成整改", "lastingMechanism", "建立定期调度机制", "pledgeOfTruth", true);
    public static final Map<String, Object> OPINION = Map.of("opinion", "整改到位");

    public static final Map<String, Object> LONG_TERM_REQUEST =
            Map.of("stageGoal", "半数事项并联办理", "stageReviewOn", "2022-03-31", "reason", "需省级系统改造");
    public static final Map<String, Object> REASON = Map.of("reason", "经核实");

    private Issues() {}

    /** What is registered: found by the province's evaluation, so that the province verifies. */
    public static Map<String, Object> evaluated(Stage stage, String region, String description) {
        return issue(stage, region, "EVALUATION", description);
    }

    /** What is registered: found by the region itself, so that the city verifies. */
    public static Map<String, Object> selfInspected(Stage stage, String region, String description) {
        return issue(stage, region, "SELF_INSPECTION", description);
    }

    private static Map<String, Object> issue(Stage stage, String region, String source, String description) {
        return NewIssue.of(stage.campaign().id(), region, source, "通报" + UUID.randomUUID(), description);
    }

    public static Thing register(Stage stage, String account, Map<String, Object> issue) {
        Response registered = stage.as(account).body(issue).post(COLLECTION);
        return Thing.created(stage, COLLECTION, registered);
    }

    /** The ways of an issue to where it is closed, by who verifies. */
    public enum Way {
        /** The province verifies after the city's first review. */
        BY_PROVINCE,
        /** The city verifies. */
        BY_CITY
    }

    /** Registers an issue of a city and brings it to a status; {@code office} requests, {@code office:2} reviews. */
    public static Thing at(Stage stage, String status, Way way, String city) {
        Map<String, Object> issue =
                way == Way.BY_PROVINCE ? evaluated(stage, city, "办理时间过长") : selfInspected(stage, city, "办理时间过长");
        String office = "office:" + city;
        Thing thing = register(stage, "province", issue);
        List<Runnable> steps = new ArrayList<>(List.of(
                () -> thing.act("province", "assignments", ASSIGNMENT),
                () -> thing.act(office, "acknowledgements"),
                () -> {
                    thing.act(office, "cause-analyses", ANALYSIS);
                    thing.act(office, "rectifications");
                },
                () -> requestCloseOut(thing, office)));
        if (way == Way.BY_PROVINCE) {
            steps.add(() -> thing.act(office + ":2", "first-reviews", OPINION));
            steps.add(() -> thing.act("province:2", "close-outs", OPINION));
        } else {
            steps.add(() -> thing.act(office + ":2", "close-outs", OPINION));
        }
        List<String> statuses = way == Way.BY_PROVINCE
                ? List.of(
                        "REGISTERED",
                        "ASSIGNED",
                        "ACKNOWLEDGED",
                        "IN_RECTIFICATION",
                        "CLOSE_OUT_REQUESTED",
                        "FIRST_REVIEWED",
                        "CLOSED")
                : List.of(
                        "REGISTERED", "ASSIGNED", "ACKNOWLEDGED", "IN_RECTIFICATION", "CLOSE_OUT_REQUESTED", "CLOSED");
        steps.subList(0, statuses.indexOf(status)).forEach(Runnable::run);
        assertThat(thing.read("province").<String>path("status")).isEqualTo(status);
        return thing;
    }

    /** Registers an issue of a city that the province verifies, and brings it to a status beside the way to where it is closed. */
    public static Thing beside(Stage stage, String status, String city) {
        String office = "office:" + city;
        Thing thing =
                switch (status) {
                    case "LONG_TERM" -> {
                        Thing rectified = at(stage, "IN_RECTIFICATION", Way.BY_PROVINCE, city);
                        rectified.act(office, "long-term-requests", LONG_TERM_REQUEST);
                        String request = stage.as("province")
                                .get(rectified.path() + "/requests")
                                .path("items[-1].id");
                        rectified.act("province", "requests/" + request + "/grants", OPINION);
                        yield rectified;
                    }
                    case "REJECTED" -> {
                        Thing registered = at(stage, "REGISTERED", Way.BY_PROVINCE, city);
                        registered.act("province", "rejections", REASON);
                        yield registered;
                    }
                    case "MERGED" -> {
                        Thing staying = at(stage, "REGISTERED", Way.BY_PROVINCE, city);
                        Thing going = at(stage, "REGISTERED", Way.BY_PROVINCE, city);
                        going.act("province", "merges", Map.of("into", staying.id(), "reason", "反映的是同一问题"));
                        yield going;
                    }
                    default -> throw new IllegalArgumentException(status);
                };
        assertThat(thing.read("province").<String>path("status")).isEqualTo(status);
        return thing;
    }

    /** Adds evidence and requests close-out. */
    public static void requestCloseOut(Thing issue, String account) {
        Response added = issue.upload(account, "explanation.txt", "整改情况说明：已整改到位。");
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        issue.act(account, "close-out-requests", CLOSE_OUT_REQUEST);
    }
}
