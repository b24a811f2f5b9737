package io.zhenggai.issue.search;

import java.time.Duration;
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

    /** Behind it stands no character, so that a region is never taken for a pair of them. */
    private static final int REGION = 0xFFFF << Character.SIZE;

    /** No character either. */
    private static final int HOUR = 0xFFFE << Character.SIZE;

    private static final int FIRST_REGION = 410_000;

    /** @return the number that stands for a region beside the pairs: it narrows the index as a scope does */
    public static int pairOf(String region) {
        return REGION | (Integer.parseInt(region) - FIRST_REGION) & Character.MAX_VALUE;
    }

    /**
     * @param hour SQL of a whole number, hours since 1970
     * @return SQL of the number that stands beside the pairs for having been registered in that hour; every 65,536 hours, seven years and a half, it
     *     comes again: who narrows by it compares the moment itself as well
     */
    public static String pairOfHour(String hour) {
        return HOUR + " + (" + hour + " & " + (int) Character.MAX_VALUE + ")";
    }

    private int pairOfHour() {
        long hour =
                Math.floorDiv(registeredAt.getEpochSecond(), Duration.ofHours(1).toSeconds());
        return HOUR | (int) hour & Character.MAX_VALUE;
    }

    String documentPairs() {
        return array(Arrays.stream(documents.pairs()));
    }

    /** @return all that the index holds of it but the pairs of its documents */
    String ownPairs() {
        IntStream beside = IntStream.concat(regions.stream().mapToInt(IssueText::pairOf), IntStream.of(pairOfHour()));
        return array(IntStream.concat(Arrays.stream(fields.pairs()), beside));
    }

    /** @return the numbers as PostgreSQL writes an array */
    static String array(IntStream numbers) {
        return numbers.mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
