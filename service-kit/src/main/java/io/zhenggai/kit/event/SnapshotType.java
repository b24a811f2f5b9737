package io.zhenggai.kit.event;

/**
 * The type of a snapshot, {@code issue.snapshot.v1}: nothing happened, the aggregate's state is told again (decision 5). It
 * takes no version of its own and has that of the last event.
 */
public final class SnapshotType {

    private static final String ENDING = ".snapshot.v1";

    /** Of whatever major version. */
    private static final String MARK = ".snapshot.v";

    private SnapshotType() {}

    /** @return the type of the snapshots of an aggregate type */
    public static String of(String aggregateType) {
        return aggregateType + ENDING;
    }

    /** @return whether an event of that type is a snapshot */
    public static boolean is(String type) {
        return type.contains(MARK);
    }
}
