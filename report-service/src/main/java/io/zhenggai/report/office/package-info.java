/** All that is known of one office's campaign in figures, and what may be said of it in a summary report 代拟. */
@NullMarked
package io.zhenggai.report.office;

import org.jspecify.annotations.NullMarked;
