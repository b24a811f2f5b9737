package io.zhenggai.acceptance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.acceptance.client.Answer;
import io.zhenggai.acceptance.client.Client;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ledger's part of the campaign: imported and assigned by the province, rectified by the offices. */
final class IssueWork {

    private static final String ISSUES = "/api/v1/issues/";
    static final int FIRST_BATCH = 8;

    /** Of what enterprises and the public reported, who complained is called back before the close-out. */
    private static final Set<String> COMPLAINTS = Set.of("PUBLIC_PAIN_POINT", "MINI_PROGRAM");

    private final Client province;
    private final Client verifier;
    private final Map<String, List<LedgerEntry>> byRegion = new LinkedHashMap<>();

    /**
     * @param province registers and assigns
     * @param verifier another person of the province, who closes
     */
    IssueWork(Client province, Client verifier) {
        this.province = province;
        this.verifier = verifier;
    }

    /** One issue as the script knows it: the last tag it saw, and the status that it must have by now. */
    private static final class LedgerEntry {
        private final String id;
        private final String ledgerNumber;
        private final boolean complaint;
        private String tag;
        private String status;
        private boolean verifiedByProvince;
        private boolean late;
        private int acts = 1;

        private LedgerEntry(String id, String ledgerNumber, boolean complaint, String tag, String status) {
            this.id = id;
            this.ledgerNumber = ledgerNumber;
            this.complaint = complaint;
            this.tag = tag;
            this.status = status;
        }

        private void became(String next, Answer answer) {
            status = next;
            acts++;
            tag = answer.entityTag().orElseThrow();
        }
    }

    void importLedger(String campaignId, List<Office> offices) {
        province.send("/api/v1/issue-imports?campaignId=" + campaignId, "text/csv", Ledger.csv(offices), 200);
        for (Office office : offices) {
            List<LedgerEntry> entries = new ArrayList<>();
            for (JsonNode issue : province.all("/api/v1/issues?city=" + office.region())) {
                String id = issue.path("id").asText();
                entries.add(new LedgerEntry(
                        id,
                        issue.path("ledgerNumber").asText(),
                        COMPLAINTS.contains(issue.path("source").asText()),
                        "\"" + issue.path("version").asLong() + "\"",
                        "REGISTERED"));
            }
            byRegion.put(office.region(), entries);
        }
    }

    void assignAll(String deadline) {
        byRegion.values()
                .forEach(entries -> entries.forEach(entry -> {
                    Answer answer =
                            province.act(ISSUES + entry.id + "/assignments", entry.tag, Map.of("deadline", deadline));
                    entry.verifiedByProvince = answer.text("/verifier").equals("PROVINCE");
                    entry.became("ASSIGNED", answer);
                }));
    }

    void acknowledge(Office office) {
        entries(office)
                .forEach(entry -> entry.became(
                        "ACKNOWLEDGED", office.first().act(ISSUES + entry.id + "/acknowledgements", entry.tag)));
    }

    void rectify(Office office) {
        Map<String, Object> analysis = Map.of(
                "causeAnalysis", "部门之间信息共享不到位，办理流程未优化",
                "rectificationGoal", "压减办理时间，实现一次办成",
                "leadUnit", "住建局",
                "cooperatingUnits", List.of("自然资源和规划局", "政务服务局"),
                "responsiblePerson", "张建设");
        entries(office).forEach(entry -> {
            entry.became(
                    "ACKNOWLEDGED", office.first().act(ISSUES + entry.id + "/cause-analyses", entry.tag, analysis));
            entry.became("IN_RECTIFICATION", office.first().act(ISSUES + entry.id + "/rectifications", entry.tag));
        });
    }

    void requestFirstBatch(Office office) {
        request(office, entries(office).subList(0, FIRST_BATCH));
    }

    void requestRest(Office office) {
        request(office, entries(office).subList(FIRST_BATCH, Ledger.ISSUES_PER_OFFICE));
    }

    private static void request(Office office, List<LedgerEntry> entries) {
        Map<String, Object> request = Map.of(
                "result", "已完成整改，办理时间压减至承诺时限以内",
                "lastingMechanism", "建立定期调度和通报机制",
                "pledgeOfTruth", true);
        byte[] evidence = "整改情况说明：问题已整改到位。\n".getBytes(StandardCharsets.UTF_8);
        for (LedgerEntry entry : entries) {
            Answer added = office.first()
                    .upload(
                            ISSUES + entry.id + "/evidence?fileName=explanation.txt",
                            entry.tag,
                            "text/plain",
                            evidence);
            String tag = added.entityTag().orElse("*");
            entry.acts++;
            entry.became(
                    "CLOSE_OUT_REQUESTED", office.first().act(ISSUES + entry.id + "/close-out-requests", tag, request));
        }
    }

    /** Reviews what was requested; the first one of an office that is to be returned goes back. */
    void review(Office office, boolean returnsOne) {
        boolean returned = !returnsOne;
        for (LedgerEntry entry : inStatus(office, "CLOSE_OUT_REQUESTED")) {
            if (!returned) {
                entry.became("IN_RECTIFICATION", act(office.second(), entry, "returns", "佐证材料不充分，请补充后重新申请"));
                returned = true;
            } else if (entry.verifiedByProvince) {
                entry.became("FIRST_REVIEWED", act(office.second(), entry, "first-reviews", "初审通过，同意上报"));
            } else {
                if (entry.complaint) {
                    callBack(office, entry);
                }
                entry.became("CLOSED", act(office.second(), entry, "close-outs", "整改到位，同意销号"));
            }
        }
    }

    private static void callBack(Office office, LedgerEntry entry) {
        String item = office.first().get(ISSUES + entry.id).text("/sourceItems/0/id");
        entry.became(
                "CLOSE_OUT_REQUESTED",
                office.first()
                        .act(
                                ISSUES + entry.id + "/source-items/" + item + "/call-backs",
                                entry.tag,
                                Map.of("result", "SATISFIED")));
    }

    /** Requests the rest when the deadline is over. */
    void requestRestLate(Office office) {
        requestRest(office);
        inStatus(office, "CLOSE_OUT_REQUESTED").forEach(entry -> entry.late = true);
    }

    void requestAgain(Office office) {
        request(office, inStatus(office, "IN_RECTIFICATION").subList(0, 1));
    }

    void closeByProvince(Office office) {
        inStatus(office, "FIRST_REVIEWED")
                .forEach(entry -> entry.became("CLOSED", act(verifier, entry, "close-outs", "整改到位，同意销号")));
    }

    private static Answer act(Client client, LedgerEntry entry, String action, String opinion) {
        return client.act(ISSUES + entry.id + "/" + action, entry.tag, Map.of("opinion", opinion));
    }

    /** @return how many issues there must be in each status by now, by the script's own count */
    Map<String, Long> expected(Office office) {
        Map<String, Long> counts = new LinkedHashMap<>();
        entries(office).forEach(entry -> counts.merge(entry.status, 1L, Long::sum));
        return counts;
    }

    /** @return the ids of an office's issues */
    List<String> ids(Office office) {
        return entries(office).stream().map(entry -> entry.id).toList();
    }

    /** @return the ledger numbers of an office's issues, in the order in which they are worked on */
    List<String> ledgerNumbers(Office office) {
        return entries(office).stream().map(entry -> entry.ledgerNumber).toList();
    }

    /** @return how many issues of an office were closed after their deadline */
    long closedLate(Office office) {
        return entries(office).stream()
                .filter(entry -> entry.late && entry.status.equals("CLOSED"))
                .count();
    }

    /** @return how many things were done with each issue of an office, its registration included */
    Map<String, Integer> acts(Office office) {
        Map<String, Integer> acts = new LinkedHashMap<>();
        entries(office).forEach(entry -> acts.put(entry.id, entry.acts));
        return acts;
    }

    int count() {
        return byRegion.values().stream().mapToInt(List::size).sum();
    }

    private List<LedgerEntry> entries(Office office) {
        return byRegion.get(office.region());
    }

    private List<LedgerEntry> inStatus(Office office, String status) {
        return new ArrayList<>(entries(office).stream()
                .filter(entry -> entry.status.equals(status))
                .toList());
    }
}
