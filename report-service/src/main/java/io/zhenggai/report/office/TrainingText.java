package io.zhenggai.report.office;

import io.zhenggai.report.training.TrainingFigures;
import java.util.List;

/** The third part: what was taught to whom. */
final class TrainingText {

    private TrainingText() {}

    static String of(String office, TrainingFigures training) {
        return own(office, training) + byProvince(training);
    }

    private static String own(String office, TrainingFigures training) {
        if (training.sessions() == 0) {
            return office + "尚未登记培训情况。";
        }
        List<String> counties = training.counties().stream()
                .map(county -> county.name().orElse(county.code()))
                .toList();
        String experts = training.experts() == 0 ? "" : "，邀请专家" + training.experts() + "人次";
        return office + OfficialWords.period(training.firstHeldOn(), training.lastHeldOn()) + "组织开展培训"
                + training.sessions() + "次，培训" + training.participants() + "人次" + experts + "。"
                + participants("参加培训的市直有关单位", "家", training.units())
                + participants("参加培训的县（市、区）、开发区", "个", counties);
    }

    private static String participants(String who, String measureWord, List<String> names) {
        return names.isEmpty() ? "" : who + names.size() + measureWord + "：" + String.join("、", names) + "。";
    }

    private static String byProvince(TrainingFigures training) {
        return training.targetedSessions() == 0 ? "" : "参加省级组织的针对性培训" + training.targetedSessions() + "次。";
    }
}
