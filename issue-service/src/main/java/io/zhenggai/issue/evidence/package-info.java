/**
 * 佐证材料: the files that show that an issue was put right. A piece is fixed when it is uploaded, by its SHA-256, and never
 * changed or taken away.
 */
@NullMarked
package io.zhenggai.issue.evidence;

import org.jspecify.annotations.NullMarked;
