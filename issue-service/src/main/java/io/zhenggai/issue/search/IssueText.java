package io.zhenggai.issue.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is searched of an issue.
 *
 * @param regions codes of the regions in whose scope it lies; they never change
 * @param registeredAt when it was registered; never changes
 * @param fields of the issue itself
 * @param documents the numbers of the documents that it was found in
 */
public record IssueText(UUID issueId, Set<String> regions, Instant registeredAt, Folded fields, Folded documents) {

    /** Behind it stands no character that officials write, so that a region is hardly taken for a pair of them. */
    private static final int REGION = 0xFFFF << Character.SIZE;

    /** Nor behind this. */
    private static final int QUARTER = 0xFFFE << Character.SIZE;

    /** How many seconds a quarter of a day has: few enough to tell busy days apart, and enough that a week is few of them. */
    public static final int QUARTER_SECONDS = 6 * 60 * 60;

    private static final int FIRST_REGION = 410_000;

    /** @return the number that stands for a region beside the pairs: it narrows the index as a scope does */
    public static int pairOf(String region) {
        return REGION | (Integer.parseInt(region) - FIRST_REGION) & Character.MAX_VALUE;
    }

    /**
     * @param quarter SQL of a whole number: quarters of a day since 1970, in UTC
     * @return SQL of the number that stands beside the pairs for having been registered in it; after 44 years it comes again: who narrows by it
     *     compares the moment itself as well
     */
    public static String pairOfQuarter(String quarter) {
        return QUARTER + " + (" + quarter + " & " + (int) Character.MAX_VALUE + ")";
    }

    private int pairOfQuarter() {
        return QUARTER | (int) Math.floorDiv(registeredAt.getEpochSecond(), QUARTER_SECONDS) & Character.MAX_VALUE;
    }

    String documentPairs() {
        return array(Arrays.stream(documents.pairs()));
    }

    /** @return all that the index holds of it but the pairs of its documents */
    String ownPairs() {
        IntStream beside =
                IntStream.concat(regions.stream().mapToInt(IssueText::pairOf), IntStream.of(pairOfQuarter()));
        return array(IntStream.concat(Arrays.stream(fields.pairs()), beside));
    }

    /** @return the numbers as PostgreSQL writes an array */
    static String array(IntStream numbers) {
        return numbers.mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
