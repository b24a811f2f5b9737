package io.zhenggai.kit.history;

import io.zhenggai.kit.json.FieldChanges.Change;
import java.util.Map;

/**
 * What was done to an aggregate.
 *
 * @param version of the aggregate after it
 * @param action in UPPER_SNAKE, as its events and moves have it
 * @param changes what differs, by field; of what is personal data digests only ({@link
 *     io.zhenggai.kit.encryption.KeyedDigest#marked})
 */
public record Deed(Aggregate aggregate, long version, String action, Act act, Map<String, Change> changes) {}
