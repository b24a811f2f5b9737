package io.zhenggai.acceptance.replay;

import io.zhenggai.acceptance.client.Answer;
import io.zhenggai.acceptance.client.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The offices' plans 整改方案: drafted, submitted, returned, corrected, accepted. */
final class PlanWork {

    private static final String PLANS = "/api/v1/plans/";

    private final Client reviewer;
    private final Map<String, Filing> filings = new HashMap<>();

    /** @param reviewer a person of the province, who returns and accepts */
    PlanWork(Client reviewer) {
        this.reviewer = reviewer;
    }

    private record Filing(String id, String tag) {
        Filing after(Answer answer) {
            return new Filing(id, answer.entityTag().orElseThrow());
        }
    }

    void submit(Office office, String campaignId, List<String> issues) {
        Map<String, Object> measure = Map.of(
                "text", "推行联合审图、联合验收，压减办理时间",
                "deadline", "2021-12-20",
                "leadUnit", "住建局",
                "cooperatingUnits", List.of("自然资源和规划局"),
                "responsiblePerson", "张建设",
                "issues", issues);
        Map<String, Object> content = Map.of(
                "goals",
                List.of(Map.of(
                        "text",
                        "办理建筑许可环节、时间、成本持续压减",
                        "tasks",
                        List.of(Map.of("text", "优化施工许可办理流程", "measures", List.of(measure))))));
        Answer drafted = office.first().create("/api/v1/plans", Map.of("campaignId", campaignId, "content", content));
        Filing filing = new Filing(drafted.text("/id"), drafted.entityTag().orElseThrow());
        filings.put(office.region(), filing);
        submitAgain(office);
    }

    void submitAgain(Office office) {
        Map<String, Object> submission = Map.of("documentNumber", office.name() + "工改办〔2021〕15号", "signatory", "李主任");
        change(office, office.first(), "submissions", submission);
    }

    void giveBack(Office office) {
        Map<String, Object> reason = Map.of("section", "goals[0].tasks[0]", "reason", "措施不够具体，请细化时限和责任");
        change(office, reviewer, "returns", Map.of("reasons", List.of(reason)));
    }

    void accept(Office office) {
        change(office, reviewer, "acceptances", Map.of("opinion", "同意"));
    }

    private void change(Office office, Client by, String action, Map<String, Object> body) {
        Filing filing = filings.get(office.region());
        filings.put(office.region(), filing.after(by.act(PLANS + filing.id() + "/" + action, filing.tag(), body)));
    }
}
