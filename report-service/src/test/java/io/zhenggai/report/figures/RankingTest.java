package io.zhenggai.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void theHigherClosingRateStandsFirst() {
        assertThat(places(office("410100", 10, 3, 0), office("410200", 10, 4, 9)))
                .containsExactly("1 410200", "2 410100");
    }

    @Test
    void atEqualClosingRatesTheLowerOverdueRateStandsFirst() {
        assertThat(places(office("410100", 10, 5, 2), office("410200", 20, 10, 3)))
                .containsExactly("1 410200", "2 410100");
    }

    @Test
    void equalOfficesShareAPlaceAndTheNextOneIsLeftOut() {
        assertThat(places(office("410300", 2, 1, 0), office("410200", 4, 2, 0), office("410100", 9, 1, 0)))
                .containsExactly("1 410200", "1 410300", "3 410100");
    }

    @Test
    void anOfficeWithoutIssuesHasNoPlace() {
        assertThat(places(office("410100", 0, 0, 0), office("410200", 3, 0, 3)))
                .containsExactly("1 410200", "- 410100");
    }

    private static List<String> places(FigureGroup... offices) {
        return Ranking.of(List.of(offices)).stream()
                .map(ranked -> ranked.rank().map(String::valueOf).orElse("-") + " "
                        + ranked.office().key())
                .toList();
    }

    private static FigureGroup office(String city, long total, long closed, long overdue) {
        Tally tally = new Tally(total, closed, total, overdue, 0, 0, 0, 0, 0, Optional.empty(), 0, 0);
        return new FigureGroup(city, Optional.empty(), Figures.of(tally));
    }
}
