package io.zhenggai.issue.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.issue.finding.IssueFilter;
import io.zhenggai.kit.problem.Violation;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewSavedViewTest {

    private static NewSavedView named(String name) {
        return new NewSavedView(name, Filters.of(""), null, null);
    }

    private static NewSavedView of(IssueFilter filter) {
        return new NewSavedView("逾期", filter, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"逾期\n未结", "逾\t期", "逾期\r\n未结", "逾\u0085期"})
    void hasItsNameOnOneLine(String name) {
        assertThat(named(name).violations()).extracting(Violation::field).containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"逾期", " 逾期 未结 ", "\n逾期\n"})
    void blanksAroundANameAreNoneOfIt(String name) {
        assertThat(named(name).violations()).isEmpty();
        assertThat(named(name).title()).isEqualTo(name.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"deadlineFrom\": \"2021-11-02\", \"deadlineTo\": \"2021-11-01\"' | filter.deadlineTo",
                "'\"q\": \"验\"' | filter.q",
                "'\"q\": \"\"' | filter.q",
                "'\"q\": \"a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11\"' | filter.q",
                "'\"leadUnit\": [\"住建\uFFFD局\"]' | filter.leadUnit",
            })
    void namesTheFilterThatTheListWouldNotTake(String filter, String field) {
        assertThat(of(Filters.of(filter)).violations())
                .extracting(Violation::field)
                .containsExactly(field);
    }

    @Test
    void mayHaveAsMuchAsAnAddressMayAndNoMore() {
        assertThat(queryOf(NewSavedView.LONGEST_QUERY).violations()).isEmpty();
        assertThat(queryOf(NewSavedView.LONGEST_QUERY + 1).violations())
                .extracting(Violation::field)
                .containsExactly("filter");
    }

    private static NewSavedView queryOf(int length) {
        // leadUnit=…&leadUnit=…, each with its name of nine characters and, behind the first, what divides them.
        int whole = length / 200;
        String units = IntStream.range(0, whole)
                .mapToObj(number -> {
                    int characters = number == 0 ? length - (whole - 1) * 200 - 9 : 190;
                    return String.valueOf((char) ('a' + number)) + "x".repeat(characters - 1);
                })
                .collect(Collectors.joining("\",\"", "\"leadUnit\": [\"", "\"]"));
        NewSavedView view = of(Filters.of(units));
        assertThat(view.question().query()).hasSize(length);
        return view;
    }
}
