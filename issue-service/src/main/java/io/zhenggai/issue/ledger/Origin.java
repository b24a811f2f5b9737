package io.zhenggai.issue.ledger;

import io.zhenggai.kit.problem.Violation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which other issue a new one comes of.
 *
 * @param recurrenceOf the closed issue that has come back 问题反弹
 * @param splitFrom the issue that it was split off 拆分
 * @param verifier who was to verify that one, as far as it was known
 */
record Origin(
        @Nullable UUID recurrenceOf,
        @Nullable UUID splitFrom,
        @Nullable Level verifier) {

    /** Of an issue that comes of no other one. */
    static final Origin NONE = new Origin(null, null, null);

    static Origin recurrence(UUID closed) {
        return new Origin(closed, null, null);
    }

    static Origin split(IssueFields from) {
        return new Origin(null, from.id(), from.verifier());
    }

    /** @return the violation of an issue that is said to have come back and was not closed in the same city */
    static Violation nothingClosed() {
        return Violation.of("recurrenceOf", "本市没有这一已销号的问题", "no closed issue of the same city");
    }
}
