package io.zhenggai.plan.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a phase demands of those who owe it.
 *
 * @param code once in a campaign
 * @param kind the kind of that code
 * @param title as it stands on the board and in reminders, such as 整改方案
 * @param deadline where the notice sets one of its own, for a filing perhaps after the phase's end; null: the phase's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Demand(
        ObligationCode code,
        ObligationKind kind,
        String title,
        @Nullable LocalDate deadline) {

    /** What is due with its phase. */
    public Demand(ObligationCode code, ObligationKind kind, String title) {
        this(code, kind, title, null);
    }

    /** @return the day by whose end it is owed */
    LocalDate dueOn(NewPhase phase) {
        return deadline == null ? phase.deadline() : deadline;
    }
}
