package io.zhenggai.issue.object;

import java.time.Instant;

/**
 * An object that is there.
 *
 * @param putAt when it was put, by the store's own clock
 */
public record KeptObject(ObjectKey key, Instant putAt) {}
