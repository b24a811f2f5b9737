package io.zhenggai.issue.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.issue.ledger.Likeness.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    private static final String HERE = "411700";
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @ParameterizedTest
    @CsvSource({"30,100,300", "29,100,", "100,100,1000", "0,100,"})
    void isLikelyFromThreeTenthsOn(int shared, int each, Integer score) {
        Likeness likeness = new Likeness(List.of(new Wanted(HERE, trigrams(0, each), true, false)));

        likeness.compare(FIRST, HERE, array(trigrams(0, shared)), Set.of());

        assertThat(likeness.likeliest())
                .isEqualTo(
                        score == null
                                ? Map.of()
                                : Map.of(
                                        0,
                                        new LikelyIssue(FIRST, score, List.of(DuplicateReason.SIMILAR_DESCRIPTION))));
    }

    @Test
    void theLikeliestStandsAndOfTwoTheLater() {
        Likeness likeness = new Likeness(List.of(new Wanted(HERE, trigrams(0, 10), false, false)));

        likeness.compare(FIRST, HERE, array(trigrams(0, 8)), Set.of());
        likeness.compare(SECOND, HERE, array(trigrams(0, 5)), Set.of());
        assertThat(likeness.likeliest().get(0).id()).isEqualTo(FIRST);

        likeness.compare(SECOND, HERE, array(trigrams(2, 10)), Set.of());
        assertThat(likeness.likeliest().get(0).id()).isEqualTo(SECOND);
    }

    @Test
    void whatIsElsewhereIsNotLikeIt() {
        Likeness likeness = new Likeness(List.of(new Wanted(HERE, trigrams(0, 10), false, false)));

        likeness.compare(FIRST, "411500", array(trigrams(0, 10)), Set.of());

        assertThat(likeness.likeliest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // item number, complaint, reads alike: likely
        "true,false,true,",
        "true,true,true,",
        "false,false,true,1000",
        "false,false,false,",
        "false,true,false,100",
        "false,true,true,1000"
    })
    void ofOneDocumentItsNumbersTellApartAndAComplaintIsOneMatter(
            boolean numbered, boolean complaint, boolean alike, Integer score) {
        Likeness likeness = new Likeness(List.of(new Wanted(HERE, trigrams(0, 10), numbered, complaint)));

        likeness.compare(FIRST, HERE, array(alike ? trigrams(0, 10) : trigrams(20, 30)), Set.of(0));

        assertThat(likeness.likeliest().values())
                .extracting(LikelyIssue::score)
                .isEqualTo(score == null ? List.of() : List.of(score));
    }

    @Test
    void textsWithoutASingleLetterAreAlikeNothing() {
        Likeness likeness = new Likeness(List.of(new Wanted(HERE, Set.of(), false, true)));

        likeness.compare(FIRST, HERE, new String[0], Set.of());
        assertThat(likeness.likeliest()).isEmpty();

        likeness.compare(FIRST, HERE, new String[0], Set.of(0));
        assertThat(likeness.likeliest().get(0))
                .isEqualTo(new LikelyIssue(FIRST, 100, List.of(DuplicateReason.SAME_DOCUMENT)));
    }

    private static Set<String> trigrams(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.toSet());
    }

    private static String[] array(Set<String> trigrams) {
        return trigrams.toArray(String[]::new);
    }
}
