package io.zhenggai.report.figures;

/**
 * The figures of two periods.
 *
 * @param figures of the period asked for
 * @param before of the period that it is compared with
 * @param change from the one to the other
 */
public record ComparedFigures(Figures figures, Figures before, FigureChange change) {

    static ComparedFigures of(Figures figures, Figures before) {
        return new ComparedFigures(figures, before, FigureChange.between(before, figures));
    }
}
