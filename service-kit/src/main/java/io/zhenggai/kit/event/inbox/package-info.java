/**
 * The receiving half: partition batches in one transaction with their offset, the version gate, dead letters (decisions 3 and 4).
 */
@NullMarked
package io.zhenggai.kit.event.inbox;

import org.jspecify.annotations.NullMarked;
