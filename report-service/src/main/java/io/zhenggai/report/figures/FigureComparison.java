package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.report.query.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The figures of a period beside those of another one, with all that is needed to find them again, as in {@link FigureTable}.
 *
 * @param period the one asked for
 * @param comparedWith how the other one was found
 * @param before the other one
 * @param groups in the order of their keys, each that has issues in one of the periods
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FigureComparison(
        Instant at,
        LocalDate today,
        FigureFilter filter,
        Period period,
        ComparedWith comparedWith,
        Period before,
        GroupBy groupBy,
        ComparedFigures total,
        List<ComparedGroup> groups,
        Standing standing) {

    /** Keeps its own copy of the groups. */
    public FigureComparison {
        groups = List.copyOf(groups);
    }
}
