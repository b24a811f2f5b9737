package io.zhenggai.plan.training;

import io.zhenggai.kit.identity.Role;
import io.zhenggai.plan.obligation.ObligationCode;

/** What kind of training was held; each fulfils the obligation of the same name. */
public enum TrainingKind {
    /** 推进会. */
    PROMOTION_MEETING(Role.PROVINCE),
    /** 针对性培训 of one city. */
    TARGETED_TRAINING(Role.PROVINCE),
    /** 经验交流. */
    EXPERIENCE_EXCHANGE(Role.PROVINCE),
    /** 专家授课. */
    EXPERT_LECTURE(Role.PROVINCE),
    /** 专题培训. */
    SPECIAL_TRAINING(Role.OFFICE);

    private final Role holder;

    TrainingKind(Role holder) {
        this.holder = holder;
    }

    /** @return who holds and records it */
    Role holder() {
        return holder;
    }

    /** @return what it fulfils */
    ObligationCode obligation() {
        return ObligationCode.valueOf(name());
    }
}
