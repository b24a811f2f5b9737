package io.zhenggai.plan.draft;

import io.zhenggai.kit.text.Text;
import io.zhenggai.plan.campaign.Demand;
import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a phase of a draft demands.
 *
 * @param code absent while it is none of those that can be kept on the board
 * @param kind the code's where nothing is said
 * @param title as it will stand on the board and in reminders
 * @param deadline its own, behind its phase's at most for a filing; absent: the phase's
 */
record DraftDemand(
        @Nullable ObligationCode code,
        @Nullable ObligationKind kind,
        @Text(max = 1_000) @Nullable String title,
        @Nullable LocalDate deadline) {

    @SuppressWarnings("NullAway")
    Demand demand() {
        return new Demand(code, kind == null && code != null ? code.kind() : kind, title, deadline);
    }
}
