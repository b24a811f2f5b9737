package io.zhenggai.issue.evidence;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A small picture of a piece of evidence.
 *
 * @param sha256 its own digest
 * @param content opens it, to be closed
 */
record Thumbnail(String sha256, Supplier<InputStream> content) {}
