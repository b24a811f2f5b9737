package io.zhenggai.plan.notice;

import io.zhenggai.plan.campaign.PhaseKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phase that was read.
 *
 * @param ordinal as numbered in the notice, by their order where phases have no number
 * @param name null when it has none
 * @param kind told by its name
 * @param from its first day; null when none is named
 * @param deadline its last day; null when none is named
 * @param demands what is owed in it, in the order of the text
 */
public record ReadPhase(
        int ordinal,
        @Nullable Read<String> name,
        Read<PhaseKind> kind,
        @Nullable ReadDate from,
        @Nullable ReadDate deadline,
        List<ReadDemand> demands) {

    /** Keeps its own copy. */
    public ReadPhase {
        demands = List.copyOf(demands);
    }

    ReadPhase with(List<ReadDemand> others) {
        return new ReadPhase(ordinal, name, kind, from, deadline, others);
    }
}
