/**
 * What the ledger costs, against {@code pgbench} with the statements that the service itself was seen to send.
 */
@NullMarked
package io.zhenggai.bench.ledger;

import org.jspecify.annotations.NullMarked;
