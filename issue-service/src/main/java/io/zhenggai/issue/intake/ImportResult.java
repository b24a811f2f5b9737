package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.Registered.NumberRange;
import java.util.List;
import java.util.UUID;

/**
 * What became of an import.
 *
 * @param campaignId the campaign it was for
 * @param dryRun whether it only asked what would become of it
 * @param rows how many issues the file names
 * @param registered how many were registered: all of them, or none
 * @param duplicates how many were in the ledger already, in the same words; all of them, or none
 * @param issues the ledger numbers given, city by city
 */
public record ImportResult(
        UUID campaignId, boolean dryRun, int rows, int registered, int duplicates, List<GivenNumbers> issues) {

    /** Keeps its own copy. */
    public ImportResult {
        issues = List.copyOf(issues);
    }

    /**
     * The numbers given in one city; they follow each other in the order of the rows.
     *
     * @param city six-digit code
     * @param first the first ledger number
     * @param last the last one
     * @param count how many
     */
    public record GivenNumbers(String city, String first, String last, int count) {

        static GivenNumbers of(String city, NumberRange range) {
            return new GivenNumbers(city, range.first().toString(), range.last().toString(), range.count());
        }
    }
}
