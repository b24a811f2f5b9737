/**
 * The sending half: rows in the writer's transaction, and the one relay that brings them to Kafka (decisions 1 and 2).
 */
@NullMarked
package io.zhenggai.kit.event.outbox;

import org.jspecify.annotations.NullMarked;
