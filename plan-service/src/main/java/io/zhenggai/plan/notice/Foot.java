package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.text.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands below the last sentence: 落款, 版记.
 *
 * @param copies 抄送
 * @param printing the line that says who printed it and when 印发; null without one
 * @param printer who printed it
 * @param signing the line with the date of signing 成文日期; null without one
 * @param signer who signed it
 * @param body the lines of the notice that are none of these
 */
record Foot(
        List<Read<String>> copies,
        @Nullable Line printing,
        @Nullable Read<String> printer,
        @Nullable Line signing,
        @Nullable Read<String> signer,
        List<Line> body) {}
