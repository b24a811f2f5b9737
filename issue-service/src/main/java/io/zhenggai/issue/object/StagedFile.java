package io.zhenggai.issue.object;

import java.nio.file.Path;

/**
 * A file that came in whole and is not in the store yet.
 *
 * @param path where it lies; gone once it was put
 * @param bytes its length
 * @param sha256 its digest, 64 hexadecimal digits, reckoned while it came in
 */
public record StagedFile(Path path, long bytes, String sha256) {}
