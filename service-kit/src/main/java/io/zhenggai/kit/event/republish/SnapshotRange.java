package io.zhenggai.kit.event.republish;

import java.util.UUID;

/**
 * A part of the aggregates of one type, by their ids as PostgreSQL orders them.
 *
 * @param from the first id
 * @param to the last id, itself part of it
 * @param limit how many aggregates at the most, from 1
 */
public record SnapshotRange(UUID from, UUID to, int limit) {

    static final UUID FIRST = new UUID(0, 0);
    static final UUID LAST = new UUID(-1, -1);

    public SnapshotRange {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, is " + limit);
        }
    }

    /** @return whether one id comes behind the other; {@link UUID#compareTo} takes the first bit for a sign */
    static boolean isBehind(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) > 0;
    }
}
