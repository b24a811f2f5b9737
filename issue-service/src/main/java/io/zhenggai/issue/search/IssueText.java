package io.zhenggai.issue.search;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is searched of an issue.
 *
 * @param regions codes of the regions in whose scope it lies; they never change
 * @param fields of the issue itself
 * @param documents the numbers of the documents that it was found in
 */
public record IssueText(UUID issueId, Set<String> regions, Folded fields, Folded documents) {

    /** Behind it stands no character, so that a region is never taken for a pair of them. */
    private static final int REGION = 0xFFFF << Character.SIZE;

    private static final int FIRST_REGION = 410_000;

    /** @return the number that stands for a region beside the pairs: it narrows the index as a scope does */
    public static int pairOf(String region) {
        return REGION | (Integer.parseInt(region) - FIRST_REGION) & Character.MAX_VALUE;
    }

    String documentPairs() {
        return array(Arrays.stream(documents.pairs()));
    }

    /** @return all that the index holds of it but the pairs of its documents */
    String ownPairs() {
        return array(
                IntStream.concat(Arrays.stream(fields.pairs()), regions.stream().mapToInt(IssueText::pairOf)));
    }

    /** @return the numbers as PostgreSQL writes an array */
    static String array(IntStream numbers) {
        return numbers.mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
