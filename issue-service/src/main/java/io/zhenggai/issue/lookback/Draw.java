package io.zhenggai.issue.lookback;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.zhenggai.issue.ledger.ClosedIssue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How a sample is drawn (docs/decisions/0015), so that anybody draws the same again: each issue has the lower-case hexadecimal SHA-256 of
 * the UTF-8 bytes of the seed followed by the issue's id (36 characters, lower case); they are taken in the ascending order of these texts,
 * as many as are wanted, or as many of each city. By hand: {@code printf '%s' "$seed$id" | sha256sum}, and {@code sort}.
 */
final class Draw {

    private Draw() {}

    /** @return by what an issue stands in the order: 64 characters */
    static String digest(String seed, UUID id) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest((seed + id).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * @param perCity whether as many are drawn of each city, and not of all
     * @return one for each issue, in the order in which they are drawn
     */
    static List<Lot> of(List<ClosedIssue> population, String seed, SampleSize size, boolean perCity) {
        Map<String, Integer> left = new HashMap<>();
        population.stream()
                .collect(groupingBy(issue -> stratum(issue, perCity), counting()))
                .forEach((stratum, count) -> left.put(stratum, size.of(Math.toIntExact(count))));
        return population.stream()
                .map(issue -> new Lot(issue, digest(seed, issue.id()), false))
                .sorted(Comparator.comparing(Lot::digest))
                .map(lot -> left.merge(stratum(lot.issue(), perCity), -1, Integer::sum) < 0
                        ? lot
                        : new Lot(lot.issue(), lot.digest(), true))
                .toList();
    }

    private static String stratum(ClosedIssue issue, boolean perCity) {
        return perCity ? issue.city() : "";
    }
}
