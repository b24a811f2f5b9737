/**
 * 佐证材料: the files that show that an issue was put right. A piece is fixed when it is uploaded, by its SHA-256, and never
 * changed; who has added it takes it back as long as nobody can have relied on it. A file may come before the issue it is for, and
 * waits a day to be attached.
 */
@NullMarked
package io.zhenggai.issue.evidence;

import org.jspecify.annotations.NullMarked;
