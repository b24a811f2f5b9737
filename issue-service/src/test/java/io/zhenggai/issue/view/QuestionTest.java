package io.zhenggai.issue.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.issue.finding.IssueFilter;
import io.zhenggai.issue.finding.IssueSort;
import io.zhenggai.issue.finding.SortDirection;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ''",
                "'\"status\": [\"ASSIGNED\", \"ACKNOWLEDGED\"]' | status=ASSIGNED&status=ACKNOWLEDGED",
                "'\"overdue\": false, \"deadlineTo\": \"2021-12-31\"' | deadlineTo=2021-12-31&overdue=false",
                "'\"mergedInto\": \"01920000-0000-7000-8000-00000000000F\"' | mergedInto=01920000-0000-7000-8000-00000000000f",
                "'\"q\": \"施工 a+b\"' | q=%E6%96%BD%E5%B7%A5%20a%2Bb",
                "'\"leadUnit\": [\"a&b=c#d%e/f?\"]' | leadUnit=a%26b%3Dc%23d%25e%2Ff%3F",
                "'\"leadUnit\": [\"𠮷\"]' | leadUnit=%F0%A0%AE%B7",
            })
    void isAskedAsAQuery(String filter, String query) {
        assertThat(Question.of(Filters.of(filter), null, null).query()).isEqualTo(query);
    }

    @Test
    void hasItsOrderBehindTheFilters() {
        IssueFilter filter = Filters.of("\"city\": [\"410100\"]");

        assertThat(Question.of(filter, IssueSort.DEADLINE, SortDirection.DESC).query())
                .isEqualTo("city=410100&sort=DEADLINE&direction=DESC");
        assertThat(Question.of(Filters.of(""), IssueSort.SEVERITY, null).query())
                .isEqualTo("sort=SEVERITY");
    }

    @Test
    void isUnderstoodAsItWasKept() {
        IssueFilter filter = Filters.of("\"light\": [\"RED\"], \"returned\": true, \"q\": \"验收\"");
        Question kept = Question.kept(
                Question.of(filter, IssueSort.CLOSED_AT, SortDirection.ASC).json());

        Question.Understood understood = kept.understoodBy(Filters.STRICT);

        assertThat(understood.filter()).isEqualTo(filter);
        assertThat(understood.sort()).contains(IssueSort.CLOSED_AT);
        assertThat(understood.direction()).contains(SortDirection.ASC);
        assertThat(understood.outdated()).isEmpty();
    }

    /** Whatever filters there are and will be: none may be lost on its way. */
    @Test
    void keepsEveryFilterThatThereIs() {
        String members = Arrays.stream(IssueFilter.class.getRecordComponents())
                .map(component -> "\"" + component.getName() + "\": " + someValue(component))
                .collect(Collectors.joining(", "));
        IssueFilter filter = Filters.of(members);
        Question question = Question.of(filter, null, null);

        assertThat(Question.kept(question.json()).understoodBy(Filters.STRICT).filter())
                .isEqualTo(filter);
        assertThat(question.query().split("&"))
                .extracting(parameter -> parameter.split("=")[0])
                .containsExactlyElementsOf(Arrays.stream(IssueFilter.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    private static String someValue(RecordComponent component) {
        String type = component.getGenericType().getTypeName();
        if (type.startsWith("java.util.List<io.zhenggai.")) {
            String constant = type.substring(type.indexOf('<') + 1, type.length() - 1);
            return "[\"" + firstOf(constant) + "\"]";
        }
        return switch (type) {
            case "java.util.List<java.util.UUID>" -> "[\"01920000-0000-7000-8000-000000000001\"]";
            case "java.util.List<java.lang.String>" -> "[\"410100\"]";
            case "java.util.UUID" -> "\"01920000-0000-7000-8000-000000000001\"";
            case "java.time.LocalDate" -> "\"2021-10-31\"";
            case "java.lang.Boolean" -> "false";
            default -> "\"ZG2021\"";
        };
    }

    private static Object firstOf(String constants) {
        try {
            return Class.forName(constants).getEnumConstants()[0];
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(constants, e);
        }
    }

    /** What another release has kept. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status | '{\"status\":[\"ASSIGNED\",\"DREAMT_OF\"],\"city\":[\"410100\"]}' | status=ASSIGNED&status=DREAMT_OF&city=410100",
                "mood | '{\"mood\":\"GLOOMY\",\"city\":[\"410100\"]}' | mood=GLOOMY&city=410100",
                "overdue | '{\"overdue\":\"RATHER\",\"city\":[\"410100\"]}' | overdue=RATHER&city=410100",
                "sort | '{\"city\":[\"410100\"],\"sort\":\"WHIM\"}' | city=410100&sort=WHIM",
                "direction | '{\"city\":[\"410100\"],\"direction\":\"SIDEWAYS\"}' | city=410100&direction=SIDEWAYS",
            })
    void tellsWhatIsNoLongerKnownAndAsksForItAllTheSame(String outdated, String json, String query) {
        Question kept = Question.kept(json);

        Question.Understood understood = kept.understoodBy(Filters.STRICT);

        assertThat(understood.outdated()).containsExactly(outdated);
        assertThat(understood.filter()).isEqualTo(Filters.of("\"city\": [\"410100\"]"));
        assertThat(understood.sort()).isEmpty();
        assertThat(understood.direction()).isEmpty();
        assertThat(kept.query()).isEqualTo(query);
    }

    @Test
    void namesAllThatIsNoLongerKnown() {
        Question kept = Question.kept("{\"light\":[\"PINK\"],\"q\":\"验收\",\"mood\":\"GLOOMY\",\"sort\":\"WHIM\"}");

        assertThat(kept.understoodBy(Filters.STRICT).outdated()).isEqualTo(List.of("light", "mood", "sort"));
    }
}
