package io.zhenggai.plan.campaign;

import java.time.LocalDate;
import java.util.List;

/**
 * A phase 阶段.
 *
 * @param ordinal 1, 2, 3 … in the order of the campaign
 * @param deadline until the end of that day
 * @param demands what is owed by then; may be empty
 */
public record NewPhase(int ordinal, String name, PhaseKind kind, LocalDate deadline, List<Demand> demands) {

    /** Keeps its own copy; nothing said means nothing demanded. */
    public NewPhase {
        demands = Copies.of(demands);
    }
}
