package io.zhenggai.report.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who stands where: the higher closing rate first, at equal ones the lower overdue rate. Rates are compared exactly, so that
 * rounding makes nobody equal. A rate without denominator counts as 0.
 */
final class Ranking {

    private static final Comparator<FigureGroup> BY_MERIT = Comparator.<FigureGroup, Rate>comparing(
                    office -> office.figures().closingRate(),
                    (left, right) -> comparable(right).compareExactly(comparable(left)))
            .thenComparing(office -> comparable(office.figures().overdueRate()), Rate::compareExactly);

    private Ranking() {}

    /** @return the offices with issues by merit, equal ones by key; then those without any, by key */
    static List<RankedOffice> of(List<FigureGroup> offices) {
        List<FigureGroup> byMerit = offices.stream()
                .filter(office -> office.figures().total() > 0)
                .sorted(BY_MERIT.thenComparing(FigureGroup::key))
                .toList();
        List<RankedOffice> ranked = new ArrayList<>();
        int place = 0;
        for (int i = 0; i < byMerit.size(); i++) {
            boolean equalToLast = i > 0 && BY_MERIT.compare(byMerit.get(i - 1), byMerit.get(i)) == 0;
            place = equalToLast ? place : i + 1;
            ranked.add(new RankedOffice(Optional.of(place), byMerit.get(i)));
        }
        offices.stream()
                .filter(office -> office.figures().total() == 0)
                .sorted(Comparator.comparing(FigureGroup::key))
                .forEach(office -> ranked.add(new RankedOffice(Optional.empty(), office)));
        return ranked;
    }

    private static Rate comparable(Rate rate) {
        return rate.denominator() == 0 ? Rate.of(0, 1) : rate;
    }
}
