package io.zhenggai.issue.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for with a file.
 *
 * @param dryRun whether only to say what would become of it
 * @param existing whether it is a ledger that was kept until now, to be taken over with its states
 * @param mediaType without parameters
 * @param charset as the media type says it; null where it does not
 */
record ImportOrder(
        UUID campaignId,
        boolean dryRun,
        boolean existing,
        String mediaType,
        @Nullable String charset) {}
