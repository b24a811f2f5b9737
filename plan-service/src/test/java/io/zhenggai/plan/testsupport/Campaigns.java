package io.zhenggai.plan.testsupport;

import io.zhenggai.plan.campaign.CampaignSource;
import io.zhenggai.plan.campaign.Demand;
import io.zhenggai.plan.campaign.NewCampaign;
import io.zhenggai.plan.campaign.NewPhase;
import io.zhenggai.plan.campaign.PhaseKind;
import io.zhenggai.plan.obligation.ObligationCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Campaigns as a notice makes them. */
public final class Campaigns {

    public static final LocalDate START = LocalDate.of(2021, 10, 19);
    public static final LocalDate END = LocalDate.of(2021, 12, 31);

    private static final LocalDate PLANS_DUE = LocalDate.of(2021, 10, 31);
    private static final LocalDate TRAINING_DUE = LocalDate.of(2021, 11, 30);

    private Campaigns() {}

    /** The campaign of 豫工程改革办〔2021〕7号, under a document number that no other test has. */
    public static NewCampaign like2021() {
        return numbered("豫工程改革办〔2021〕" + UUID.randomUUID() + "号");
    }

    /** The same under that document number; none at all when it is null. */
    public static NewCampaign numbered(String documentNumber) {
        return with(documentNumber, START, END, phasesOf2021());
    }

    /** The same from that day to that one, with those phases. */
    public static NewCampaign with(String documentNumber, LocalDate start, LocalDate end, List<NewPhase> phases) {
        return new NewCampaign(
                documentNumber,
                "2021年河南省办理建筑许可整改提升工作方案",
                "关于印发2021年河南省办理建筑许可营商环境评价整改提升工作方案的通知",
                "河南省工程建设项目审批制度改革领导小组办公室",
                List.of("各省辖市、济源示范区工程建设项目审批制度改革领导小组办公室"),
                List.of("省工程建设项目审批制度改革领导小组各成员单位"),
                LocalDate.of(2021, 10, 19),
                start,
                end,
                phases,
                List.of(new CampaignSource("EVALUATION", "全省营商环境评价办理建筑许可指标中发现的突出问题")));
    }

    /** What the notice demands, 75 obligations in all. */
    public static List<NewPhase> phasesOf2021() {
        return new ArrayList<>(List.of(
                phase(1, "动员部署", PhaseKind.MOBILISATION, PLANS_DUE, ObligationCode.PLAN),
                phase(
                        2,
                        "开展培训",
                        PhaseKind.TRAINING,
                        TRAINING_DUE,
                        ObligationCode.PROMOTION_MEETING,
                        ObligationCode.TARGETED_TRAINING,
                        ObligationCode.EXPERIENCE_EXCHANGE,
                        ObligationCode.EXPERT_LECTURE,
                        ObligationCode.SPECIAL_TRAINING),
                phase(3, "整改总结", PhaseKind.SUMMARY, END, ObligationCode.SUMMARY_REPORT)));
    }

    /** A phase that demands these. */
    public static NewPhase phase(
            int ordinal, String name, PhaseKind kind, LocalDate deadline, ObligationCode... codes) {
        List<Demand> demands = Stream.of(codes)
                .map(code -> new Demand(code, code.kind(), code.chinese()))
                .toList();
        return new NewPhase(ordinal, name, kind, deadline, demands);
    }
}
