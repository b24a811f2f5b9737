package io.zhenggai.plan.notice.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The years that a document offers to dates that have none.
 *
 * @param candidates the most trusted first
 * @param printedOn what is still to be done lies not before this day; null when it is not known
 */
public record Years(List<Candidate> candidates, @Nullable LocalDate printedOn) {

    /** No year at all. */
    public static final Years NONE = new Years(List.of(), null);

    /** One year on offer. */
    public record Candidate(int year, YearFrom from) {}

    /** Keeps its own copy. */
    public Years {
        candidates = List.copyOf(candidates);
    }

    /**
     * The same, after a date that had its year written with it. It is preferred when it is later than the document's own: what
     * has come to 2022 stays there. An earlier one is history and counts for nothing.
     */
    public Years after(@Nullable Integer year) {
        if (year == null || candidates.isEmpty() || year <= candidates.get(0).year()) {
            return this;
        }
        return with(year);
    }

    /** The same, after a phase that was dated in that year: also good where the document has none. */
    public Years afterPhase(@Nullable Integer year) {
        if (year == null || !candidates.isEmpty()) {
            return after(year);
        }
        return with(year);
    }

    private Years with(int year) {
        List<Candidate> more = new ArrayList<>();
        more.add(new Candidate(year, YearFrom.EARLIER_DATE));
        candidates.stream()
                .filter(candidate -> candidate.from() != YearFrom.EARLIER_DATE)
                .forEach(more::add);
        return new Years(more, printedOn);
    }
}
