package io.zhenggai.issue.evidence;

import io.zhenggai.issue.object.ObjectKey;
import java.util.Optional;

/**
 * A piece of evidence with where its content lies.
 *
 * @param key empty while the content lies in the database still
 */
record StoredEvidence(Evidence evidence, Optional<ObjectKey> key) {}
