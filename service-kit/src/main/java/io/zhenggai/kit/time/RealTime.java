package io.zhenggai.kit.time;

import java.time.Instant;

/**
 * Time as it passes outside, whatever the business clock says: leases, UUIDs, idempotency, record timestamps (decision 8).
 *
 * <p>The one class of the product that reads the machine's clock; whoever needs real time takes a {@code RealTime}.
 */
public interface RealTime {

    /** The machine's clock. */
    RealTime MACHINE = Instant::now;

    /** @return the moment it is now, UTC */
    Instant now();
}
