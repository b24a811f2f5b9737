package io.zhenggai.issue.feed;

import io.zhenggai.kit.paging.Cursor;
import java.util.List;
import java.util.UUID;

/**
 * Where a system has stopped reading.
 *
 * @param position of the last change that it has read, or behind which it goes on once it has the copy
 * @param copied the id up to which it has a copy of the issues; the last there can be where it has all, or wants none
 */
record FeedPlace(long position, UUID copied) {

    private static final String QUESTION = "changes of issues";
    private static final UUID NONE = new UUID(0, 0);
    private static final UUID ALL = new UUID(-1, -1);

    /** Of who reads what has happened from the first change on. */
    static final FeedPlace BEGINNING = new FeedPlace(0, ALL);

    /** @param position of the last change by now: what happens from here on is read behind the copy */
    static FeedPlace beforeCopy(long position) {
        return new FeedPlace(position, NONE);
    }

    static FeedPlace of(String cursor) {
        Cursor decoded = Cursor.decoded(cursor, QUESTION, 2);
        return new FeedPlace(decoded.number(0), decoded.id(1));
    }

    String cursor() {
        return new Cursor(List.of(Long.toString(position), copied.toString()), QUESTION).encoded();
    }

    boolean isCopying() {
        return !copied.equals(ALL);
    }

    FeedPlace copiedUpTo(UUID id) {
        return new FeedPlace(position, id);
    }

    FeedPlace copiedAll() {
        return copiedUpTo(ALL);
    }

    FeedPlace readUpTo(long last) {
        return new FeedPlace(last, copied);
    }
}
