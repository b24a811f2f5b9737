package io.zhenggai.issue.evidence;

import io.zhenggai.issue.object.ObjectKey;

/**
 * A file that lies in the store, and that no row names yet.
 *
 * @param mediaType of the content, checked
 * @param bytes its length, at most 50 MiB
 * @param sha256 its digest, 64 hexadecimal digits
 */
record KeptFile(FileName name, String mediaType, int bytes, String sha256, ObjectKey key) {}
