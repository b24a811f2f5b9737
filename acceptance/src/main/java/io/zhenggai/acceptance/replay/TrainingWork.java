package io.zhenggai.acceptance.replay;

import io.zhenggai.acceptance.client.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Training 培训: what the province and the offices hold and show. */
final class TrainingWork {

    private static final String SESSIONS = "/api/v1/training-sessions";

    private final Client province;
    private final String campaignId;

    TrainingWork(Client province, String campaignId) {
        this.province = province;
        this.campaignId = campaignId;
    }

    void promotionMeeting(String day) {
        hold(province, "PROMOTION_MEETING", day, "全省深化工程建设项目审批制度改革暨优化办理建筑许可营商环境工作推进会", 260);
    }

    void targetedTraining(String day, Office office) {
        Map<String, Object> session = session("TARGETED_TRAINING", day, office.name() + "针对性培训", 40);
        session.put("subjectRegion", office.region());
        province.create(SESSIONS, session);
    }

    void experienceExchange(String day) {
        hold(province, "EXPERIENCE_EXCHANGE", day, "先进地市办理建筑许可经验交流会", 120);
    }

    void expertLecture(String day) {
        hold(province, "EXPERT_LECTURE", day, "营商环境评价办理建筑许可指标专家授课", 180);
    }

    void specialTraining(Office office, String day) {
        hold(office.first(), "SPECIAL_TRAINING", day, office.name() + "办理建筑许可专题培训", 85);
    }

    private void hold(Client by, String kind, String day, String title, int participants) {
        by.create(SESSIONS, session(kind, day, title, participants));
    }

    private Map<String, Object> session(String kind, String day, String title, int participants) {
        Map<String, Object> session = new HashMap<>();
        session.put("campaignId", campaignId);
        session.put("kind", kind);
        session.put("heldOn", day);
        session.put("title", title);
        session.put("units", List.of("住建局", "自然资源和规划局", "政务服务局"));
        session.put("participants", participants);
        return session;
    }
}
