/** Events for systems that do not read Kafka: each once and in one order. The relay writes them ({@code zhenggai.events.fed}). */
@NullMarked
package io.zhenggai.kit.event.feed;

import org.jspecify.annotations.NullMarked;
