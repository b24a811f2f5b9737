package io.zhenggai.issue.finding;

import io.zhenggai.issue.search.Folded;
import io.zhenggai.issue.search.IssueText;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words that the texts of an issue hold, in two ways: of one issue at a time, which costs a look at its texts, and of all at once by the index of
 * pairs, which costs as much as there are. Both look at the texts themselves: pairs may lie apart.
 */
record TextSearch(List<Folded> words) {

    /** A query by itself: joined with the issues, the database might begin with it. */
    private static final String OF_ONE = "(select %s from issue_text as text where text.issue_id = issue.id)";

    /** As an array, so that the issues are looked up by their ids, whatever the database thinks how many they are. */
    private static final String OF_ALL =
            "issue.id = any (array(select text.issue_id from issue_text as text where text.pairs @> :pairs%s and %s))";

    boolean isEmpty() {
        return words.isEmpty();
    }

    void narrowOneByOne(Conditions conditions) {
        if (!isEmpty()) {
            conditions.and(OF_ONE.formatted(holds(conditions)));
        }
    }

    void narrowAtOnce(Conditions conditions, RegionScope scope, IssueFilter filter) {
        narrow(conditions, scope, filter, "");
    }

    /** @param quarters SQL of the quarters of a day, since 1970, to whose registrations the index is narrowed as well */
    void narrowAtOnce(Conditions conditions, RegionScope scope, IssueFilter filter, String quarters) {
        String pairs =
                "array(select " + IssueText.pairOfQuarter("quarter") + " from (" + quarters + ") as passed (quarter))";
        narrow(conditions, scope, filter, " and text.pairs && " + pairs);
    }

    private void narrow(Conditions conditions, RegionScope scope, IssueFilter filter, String further) {
        if (isEmpty()) {
            return;
        }
        Stream<String> regions = Stream.of(
                        scope.city().stream(), scope.county().stream(), only(filter.city()), only(filter.region()))
                .flatMap(codes -> codes);
        int[] pairs = IntStream.concat(
                        words.stream().flatMapToInt(word -> IntStream.of(word.pairs())),
                        regions.mapToInt(IssueText::pairOf))
                .distinct()
                .toArray();
        conditions.and(OF_ALL.formatted(further, holds(conditions))).with("pairs", pairs);
    }

    private static Stream<String> only(List<String> codes) {
        return codes.size() == 1 ? codes.stream() : Stream.empty();
    }

    private String holds(Conditions conditions) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> {
                    conditions.with("word" + i, words.get(i).text());
                    return "(strpos(text.fields, :word" + i + ") > 0 or strpos(text.documents, :word" + i + ") > 0)";
                })
                .collect(Collectors.joining(" and "));
    }
}
