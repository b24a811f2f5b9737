package io.zhenggai.plan.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects demands. What is demanded twice is kept once, as it is stated most clearly and where it stood first. */
final class DemandList {

    /** The place of what falls into no phase. */
    static final int NO_PHASE = -1;

    /** Nobody can look through more, and a notice asks for a handful. */
    private static final int MOST = 50;

    private final List<Placed> placed = new ArrayList<>();

    private record Placed(ReadDemand demand, int phase) {}

    void add(ReadDemand demand, int phase) {
        for (int i = 0; i < placed.size(); i++) {
            Placed other = placed.get(i);
            if (isSame(other.demand(), demand)) {
                if (other.demand().mark() == Mark.PROPOSED && isClearer(demand, other.demand())) {
                    placed.set(i, new Placed(demand, other.phase() == NO_PHASE ? phase : other.phase()));
                }
                return;
            }
        }
        if (placed.size() < MOST) {
            placed.add(new Placed(demand, phase));
        }
    }

    private static boolean isSame(ReadDemand one, ReadDemand other) {
        return one.code() == null
                ? other.code() == null && one.title().equals(other.title()) && sameDay(one, other)
                : one.code() == other.code();
    }

    private static boolean sameDay(ReadDemand one, ReadDemand other) {
        return day(one).equals(day(other));
    }

    private static Optional<?> day(ReadDemand demand) {
        @Nullable ReadDate deadline = demand.deadline();
        return Optional.ofNullable(deadline).map(ReadDate::value);
    }

    private static boolean isClearer(ReadDemand one, ReadDemand other) {
        return one.mark() == Mark.READ || (other.deadline() == null && one.deadline() != null);
    }

    List<ReadDemand> of(int phase) {
        return placed.stream()
                .filter(one -> one.phase() == phase)
                .map(Placed::demand)
                .toList();
    }
}
