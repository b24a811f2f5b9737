package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.report.query.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Figures with all that is needed to find them again.
 *
 * @param at the moment by the business clock
 * @param today its day in Asia/Shanghai, against which deadlines were held
 * @param filter which issues were counted
 * @param groupBy by what they were grouped
 * @param total all of them
 * @param groups in the order of their keys; none where nothing was asked to be grouped
 * @param standing how far the events of the issues had been read
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FigureTable(
        Instant at,
        LocalDate today,
        FigureFilter filter,
        GroupBy groupBy,
        Figures total,
        List<FigureGroup> groups,
        Standing standing) {

    /** Keeps its own copy of the groups. */
    public FigureTable {
        groups = List.copyOf(groups);
    }
}
