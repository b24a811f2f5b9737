package io.zhenggai.issue.intake;

import io.zhenggai.issue.intake.ImportResult.GivenNumbers;
import io.zhenggai.kit.problem.ItemProblem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import that is worked on, or was.
 *
 * @param campaignId the campaign it is for
 * @param dryRun whether it only asks what would become of it
 * @param existing whether it takes over an existing ledger with its states
 * @param rowsRead how many rows were read so far; while it registers, how many of them it is through with
 * @param known how many were in the ledger already, in the same words
 * @param registered how many were registered; 0 until all of them are
 * @param violationCount how many findings there are in all
 * @param issues the ledger numbers given, city by city
 * @param createdAt when the file had come; seven days later all of it goes, with the file
 * @param settledAt when it was done or refused; absent until then
 * @param problem why it was refused, with up to 200 findings; absent where it was not
 */
public record ImportJob(
        UUID id,
        UUID campaignId,
        boolean dryRun,
        boolean existing,
        ImportState state,
        int rowsRead,
        int known,
        int registered,
        int violationCount,
        List<GivenNumbers> issues,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable ItemProblem problem) {

    /** Keeps its own copy. */
    public ImportJob {
        issues = List.copyOf(issues);
    }
}
