package io.zhenggai.acceptance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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

    /** The figures, by another service that only heard of the ledger in events; today is long after the deadline of all. */
    void figures(List<Office> offices, IssueWork work) {
        Answer table = province.get("/api/v1/figures?groupBy=REGION&campaignId=" + campaignId);
        differences.count("issues in the figures", work.count(), table.number("/total/total"));
        Map<String, JsonNode> byRegion = new HashMap<>();
        table.body()
                .path("groups")
                .forEach(group -> byRegion.put(group.path("key").asText(), group));
        differences.count("regions in the figures", offices.size(), byRegion.size());
        for (Office office : offices) {
            JsonNode group = byRegion.getOrDefault(office.region(), MissingNode.getInstance());
            long closed = work.expected(office).getOrDefault("CLOSED", 0L);
            long late = work.closedLate(office);
            figure(office, group, "/total", Ledger.ISSUES_PER_OFFICE);
            figure(office, group, "/closed", closed);
            figure(office, group, "/closedLate", late);
            figure(office, group, "/openOverdue", Ledger.ISSUES_PER_OFFICE - closed);
            figure(office, group, "/overdue", Ledger.ISSUES_PER_OFFICE - closed + late);
            figure(office, group, "/closingRate/numerator", closed);
            figure(office, group, "/closingRate/denominator", Ledger.ISSUES_PER_OFFICE);
            figure(office, group, "/returnRate/numerator", office.behaviour() == Behaviour.RETURNED ? 1 : 0);
        }
    }

    private void figure(Office office, JsonNode group, String pointer, long expected) {
        differences.count(
                office.name() + pointer + " in the figures",
                expected,
                group.at(pointer).asLong(-1));
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

    /** Plans, reports, training sessions and histories, each by their own service. */
    void filings(List<Office> offices, IssueWork work) {
        long filed = offices.stream()
                .filter(office -> office.behaviour() != Behaviour.NEVER)
                .count();
        for (String filing : List.of("plans", "reports")) {
            List<JsonNode> accepted =
                    province.all("/api/v1/" + filing + "?campaignId=" + campaignId + "&status=ACCEPTED");
            differences.count(filing + " accepted", filed, accepted.size());
            differences.count(
                    filing + " in all",
                    filed,
                    province.all("/api/v1/" + filing + "?campaignId=" + campaignId)
                            .size());
        }
        differences.count(
                "training sessions",
                3 + offices.size() + filed,
                province.all("/api/v1/training-sessions?campaignId=" + campaignId)
                        .size());
        offices.forEach(office -> work.acts(office)
                .forEach((id, acts) -> differences.count(
                        office.name() + " history of " + id,
                        acts,
                        office.first()
                                .get("/api/v1/issues/" + id + "/history")
                                .body()
                                .size())));
    }
}
