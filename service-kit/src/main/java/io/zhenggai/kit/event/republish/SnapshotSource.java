package io.zhenggai.kit.event.republish;

import io.zhenggai.kit.event.NewEvent;
import java.util.List;

/** Where the snapshots of one aggregate type come from: one bean for each type that a service owns. */
public interface SnapshotSource {

    /** @return the aggregate type, such as {@code issue} */
    String aggregateType();

    /**
     * Reads aggregates in the order of their ids, and locks their rows as far as they can change: until the transaction at
     * hand ends no newer event of them is appended. Three statements at the most.
     *
     * @return for each its state at its present event version, as its last event told it; the change is empty, and it
     *     occurred when the aggregate was changed last, as far as that is known
     */
    List<NewEvent> read(SnapshotRange range);
}
