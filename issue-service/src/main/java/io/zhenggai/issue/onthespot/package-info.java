/** 立行立改: one call that registers what was put right when it was found, explains it, and requests the close-out. */
@NullMarked
package io.zhenggai.issue.onthespot;

import org.jspecify.annotations.NullMarked;
