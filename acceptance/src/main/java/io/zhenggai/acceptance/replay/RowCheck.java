package io.zhenggai.acceptance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.acceptance.client.Answer;
import io.zhenggai.acceptance.client.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds what each service's API shows against what the script did. */
final class RowCheck {

    private static final List<String> STATUSES = List.of(
            "REGISTERED",
            "ASSIGNED",
            "ACKNOWLEDGED",
            "IN_RECTIFICATION",
            "CLOSE_OUT_REQUESTED",
            "FIRST_REVIEWED",
            "CLOSED");

    private final Client province;
    private final String campaignId;
    private final Differences differences;

    RowCheck(Client province, String campaignId, Differences differences) {
        this.province = province;
        this.campaignId = campaignId;
        this.differences = differences;
    }

    /** The ledger itself, by its own service. */
    void issues(Office office, IssueWork work) {
        for (String status : STATUSES) {
            Answer page =
                    province.get("/api/v1/issues?limit=1&total=true&city=" + office.region() + "&status=" + status);
            differences.count(
                    office.name() + " " + status + " in the ledger",
                    work.expected(office).getOrDefault(status, 0L),
                    page.number("/total"));
        }
        long seen = office.first().get("/api/v1/issues?limit=1&total=true").number("/total");
        differences.count(office.name() + " sees its own issues", Ledger.ISSUES_PER_OFFICE, seen);
    }

    /** The figures, by another service that only heard of the ledger in events. */
    void figures(List<Office> offices, IssueWork work) {
        Answer table = province.get("/api/v1/figures?groupBy=REGION&campaignId=" + campaignId);
        differences.count("issues in the figures", work.count(), table.number("/total/total"));
        Map<String, JsonNode> byRegion = new HashMap<>();
        table.body()
                .path("groups")
                .forEach(group -> byRegion.put(group.path("key").asText(), group));
        for (Office office : offices) {
            JsonNode group = byRegion.get(office.region());
            if (group == null) {
                differences.count(office.name() + " in the figures", 1, 0);
                continue;
            }
            differences.count(
                    office.name() + " in the figures",
                    Ledger.ISSUES_PER_OFFICE,
                    group.path("total").asLong());
            differences.count(
                    office.name() + " closed in the figures",
                    work.expected(office).getOrDefault("CLOSED", 0L),
                    group.path("closed").asLong());
        }
    }

    /** The board: what each office has filed and done, and whether in time; and that the province owes nothing. */
    Map<String, Map<String, JsonNode>> board(List<Office> offices) {
        Map<String, Map<String, JsonNode>> cells = new HashMap<>();
        province.get("/api/v1/board?campaignId=" + campaignId)
                .body()
                .path("rows")
                .forEach(row -> row.path("cells").forEach(cell -> cells.computeIfAbsent(
                                row.path("region").asText(), key -> new HashMap<>())
                        .put(
                                cell.path("code").asText()
                                        + cell.path("subjectRegion").asText(),
                                cell)));
        for (Office office : offices) {
            Map<String, JsonNode> own = cells.getOrDefault(office.region(), Map.of());
            for (String code : List.of("PLAN", "SPECIAL_TRAINING", "SUMMARY_REPORT")) {
                JsonNode cell = own.get(code);
                if (cell == null) {
                    differences.count(office.name() + " " + code + " on the board", 1, 0);
                    continue;
                }
                String what = office.name() + " " + code;
                differences.equal(
                        what,
                        office.behaviour() == Behaviour.NEVER ? "OPEN" : "ACCEPTED",
                        cell.path("status").asText());
                differences.equal(
                        what + " late",
                        office.behaviour() == Behaviour.LATE,
                        cell.path("late").asBoolean());
                differences.equal(
                        what + " returns",
                        office.behaviour() == Behaviour.RETURNED && !code.equals("SPECIAL_TRAINING") ? 1L : 0L,
                        cell.path("returns").asLong());
            }
        }
        Map<String, JsonNode> provincial = cells.getOrDefault("410000", Map.of());
        differences.count("what the province owes on the board", offices.size() + 3L, provincial.size());
        provincial.forEach((code, cell) -> differences.equal(
                "province " + code, "ACCEPTED", cell.path("status").asText()));
        return cells;
    }

    /** The summary reports, by their own service. */
    void reports(List<Office> offices) {
        long filed = offices.stream()
                .filter(office -> office.behaviour() != Behaviour.NEVER)
                .count();
        List<JsonNode> accepted = province.all("/api/v1/reports?campaignId=" + campaignId + "&status=ACCEPTED");
        differences.count("reports accepted", filed, accepted.size());
    }
}
