package io.zhenggai.plan.notice;

import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be filed or done.
 *
 * @param code null when it is none of those that can be kept on the board
 * @param title as the notice calls it
 * @param owedBy null when the sentence does not say it
 * @param deadline its own, which may lie before its phase's; null when none is named
 * @param mark READ when who, what and by when stand there; PROPOSED when one of them is only implied
 * @param line the line in which the sentence begins
 * @param sentence what it was read from
 */
public record ReadDemand(
        @Nullable ObligationCode code,
        ObligationKind kind,
        String title,
        @Nullable OwedBy owedBy,
        @Nullable ReadDate deadline,
        Mark mark,
        int line,
        String sentence) {

    /** Who owes it. */
    public enum OwedBy {
        /** Each regional office: 各省辖市, 各市, 各地. */
        OFFICES,
        /** The province itself: 省…办公室, 省厅, 我厅. */
        PROVINCE
    }

    ReadDemand proposed() {
        return new ReadDemand(code, kind, title, owedBy, deadline, Mark.PROPOSED, line, sentence);
    }
}
