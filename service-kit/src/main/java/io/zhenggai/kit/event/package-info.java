/**
 * The event backbone of decisions 1 to 5: outbox, relay, consumer, version gate, dead letters.
 */
@NullMarked
package io.zhenggai.kit.event;

import org.jspecify.annotations.NullMarked;
