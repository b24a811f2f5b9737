package io.zhenggai.plan.draft;

import io.zhenggai.kit.text.Text;
import io.zhenggai.plan.campaign.NewPhase;
import io.zhenggai.plan.campaign.PhaseKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phase of a draft.
 *
 * @param ordinal 1, 2, 3 … when it is published
 * @param deadline until the end of that day
 * @param demands what is owed by then
 */
record DraftPhase(
        @Nullable Integer ordinal,
        @Text(max = 1_000) @Nullable String name,
        @Nullable PhaseKind kind,
        @Nullable LocalDate deadline,
        @Size(max = 100) @Valid List<@NotNull DraftDemand> demands) {

    /** Nothing said means none. */
    @SuppressWarnings("ConstantValue")
    DraftPhase {
        demands = demands == null ? List.of() : demands;
    }

    @SuppressWarnings("NullAway")
    NewPhase phase() {
        return new NewPhase(
                ordinal == null ? 0 : ordinal,
                name,
                kind,
                deadline,
                demands.stream().map(DraftDemand::demand).toList());
    }
}
