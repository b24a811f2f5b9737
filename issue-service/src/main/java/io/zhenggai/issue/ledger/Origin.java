package io.zhenggai.issue.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which other issue a new one comes of.
 *
 * @param recurrenceOf the closed issue that has come back 问题反弹
 * @param splitFrom the issue that it was split off 拆分
 */
record Origin(@Nullable UUID recurrenceOf, @Nullable UUID splitFrom) {

    /** Of an issue that comes of no other one. */
    static final Origin NONE = new Origin(null, null);

    static Origin recurrence(UUID closed) {
        return new Origin(closed, null);
    }

    static Origin split(UUID from) {
        return new Origin(null, from);
    }
}
