package io.zhenggai.issue.lookback;

import io.zhenggai.issue.ledger.CloseOutFinding;
import java.util.Optional;

/** What was found of a closed issue on the spot. */
public enum LookBackFinding {
    /** 属实: it was put right, and still is. */
    TRUE("属实", Optional.empty()),
    /** 整改不到位: its close-out is revoked. */
    INCOMPLETE("整改不到位", Optional.of(CloseOutFinding.INCOMPLETE)),
    /** 虚假整改: its close-out is revoked. */
    FALSE("虚假整改", Optional.of(CloseOutFinding.FALSE)),
    /** 问题反弹: it was put right, and has come back as another issue. */
    RELAPSED("问题反弹", Optional.empty());

    private final String chinese;
    private final Optional<CloseOutFinding> revoking;

    LookBackFinding(String chinese, Optional<CloseOutFinding> revoking) {
        this.chinese = chinese;
        this.revoking = revoking;
    }

    /** @return the term that officials read */
    public String chinese() {
        return chinese;
    }

    /** @return why the close-out does not hold; empty where it does */
    Optional<CloseOutFinding> revoking() {
        return revoking;
    }
}
