package io.zhenggai.issue.evidence;

import io.zhenggai.issue.object.ObjectKey;
import java.util.Optional;

/**
 * A piece of evidence with where its content lies.
 *
 * @param key empty while the content lies in the database still
 * @param thumbnail of a picture that could be read
 * @param addedBy the token's subject of who added it
 */
record StoredEvidence(Evidence evidence, Optional<ObjectKey> key, Optional<ObjectKey> thumbnail, String addedBy) {}
