package io.zhenggai.issue.intake;

import io.zhenggai.issue.intake.ImportResult.GivenNumbers;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ItemProblem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What is stored of an import.
 *
 * @param existing whether it is an existing ledger, taken over with its states
 * @param by who sent it, and for whom it is done
 * @param charset of a CSV, as its media type said
 * @param attempts how often a replica has begun to work on it
 * @param markColumn where the reasons go in the error file, from 0; empty until it is known
 */
record ImportRow(
        UUID id,
        UUID campaignId,
        boolean dryRun,
        boolean existing,
        String mediaType,
        Optional<String> charset,
        ImportState state,
        Caller by,
        int rowsRead,
        int known,
        int registered,
        int findings,
        int attempts,
        Optional<Integer> markColumn,
        List<GivenNumbers> numbers,
        Optional<ImportRefusal> refusal,
        Instant createdAt,
        Optional<Instant> settledAt) {

    ImportJob shown(Locale locale) {
        return new ImportJob(
                id,
                campaignId,
                dryRun,
                existing,
                state,
                rowsRead,
                known,
                registered,
                findings,
                numbers,
                createdAt,
                settledAt.orElse(null),
                refusal.map(why -> ItemProblem.of(why.refusal(), locale)).orElse(null));
    }
}
