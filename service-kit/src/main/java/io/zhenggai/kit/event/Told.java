package io.zhenggai.kit.event;

import java.util.UUID;

/**
 * What an event tells of its aggregate.
 *
 * @param id the aggregate's
 * @param version the aggregate's event version
 * @param state what is read of its whole public state
 */
public record Told<S>(UUID id, long version, S state) {}
