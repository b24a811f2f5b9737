package io.zhenggai.acceptance.replay;

import io.zhenggai.acceptance.client.Answer;
import io.zhenggai.acceptance.client.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The summary reports 总结报告: drafted, submitted, returned, corrected, accepted. */
final class ReportWork {

    private static final String REPORTS = "/api/v1/reports/";

    private final Client reviewer;
    private final Map<String, String> ids = new HashMap<>();

    /** @param reviewer a person of the province, who returns and accepts */
    ReportWork(Client reviewer) {
        this.reviewer = reviewer;
    }

    void submit(Office office, String campaignId) {
        Map<String, Object> content = Map.of(
                "practices", "加强组织领导，建立定期调度机制，整改提升行动有序开展。",
                "problems", "台账问题已逐项整改销号。",
                "training", "组织专题培训，覆盖市直有关单位和县（市、区）。",
                "experience", "推行“一站式”联合验收，形成可复制推广的经验。",
                "nextSteps", "巩固整改成果，持续优化办理建筑许可营商环境。",
                "suggestions", List.of(Map.of("text", "建议加大省级层面数据共享力度")));
        Answer drafted = office.first().create("/api/v1/reports", Map.of("campaignId", campaignId, "content", content));
        ids.put(office.region(), drafted.text("/id"));
        submitAgain(office);
    }

    void submitAgain(Office office) {
        Map<String, Object> submission = Map.of("documentNumber", office.name() + "工改办〔2021〕28号", "signatory", "李主任");
        change(office, office.first(), "submissions", submission);
    }

    void giveBack(Office office) {
        Map<String, Object> reason = Map.of("part", "EXPERIENCE", "reason", "典型案例不够具体，请补充");
        change(office, reviewer, "returns", Map.of("reasons", List.of(reason)));
    }

    void accept(Office office) {
        change(office, reviewer, "acceptances", Map.of("opinion", "同意"));
    }

    private void change(Office office, Client by, String action, Map<String, Object> body) {
        String path = REPORTS + ids.get(office.region());
        by.act(path + "/" + action, by.get(path).entityTag().orElseThrow(), body);
    }
}
