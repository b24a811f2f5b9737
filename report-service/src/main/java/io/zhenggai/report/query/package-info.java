/** What a figure was counted by, and the moment an answer stands on. */
@NullMarked
package io.zhenggai.report.query;

import org.jspecify.annotations.NullMarked;
