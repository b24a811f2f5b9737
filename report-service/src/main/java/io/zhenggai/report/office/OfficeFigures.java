package io.zhenggai.report.office;

import io.zhenggai.report.figures.LedgerFigures;
import io.zhenggai.report.filing.PlanFigures;
import io.zhenggai.report.query.Standing;
import io.zhenggai.report.training.TrainingFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * One office's campaign in figures, each with the query behind it.
 *
 * @param at the moment by the business clock
 * @param today its day in Asia/Shanghai, against which deadlines were held
 */
public record OfficeFigures(
        Instant at, LocalDate today, LedgerFigures ledger, PlanFigures plan, TrainingFigures training) {

    /** @return how far all topics had been read: on one day the figures are other ones only where this is another one */
    public List<Standing> standing() {
        return Stream.of(ledger.query(), plan.query(), training.query())
                .flatMap(query -> query.standing().stream())
                .toList();
    }
}
