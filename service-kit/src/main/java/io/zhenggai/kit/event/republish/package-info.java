/** The state of aggregates told again by their owner, for those who lost it or came to need more of it (decision 5). */
@NullMarked
package io.zhenggai.kit.event.republish;

import org.jspecify.annotations.NullMarked;
