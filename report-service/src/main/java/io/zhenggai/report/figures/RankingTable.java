package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.report.query.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A ranking with all that is needed to find it again, as in {@link FigureTable}. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RankingTable(
        Instant at, LocalDate today, FigureFilter filter, List<RankedOffice> offices, Standing standing) {

    /** Keeps its own copy of the offices. */
    public RankingTable {
        offices = List.copyOf(offices);
    }
}
