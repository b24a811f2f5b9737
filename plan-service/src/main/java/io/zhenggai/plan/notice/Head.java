package io.zhenggai.plan.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the first sentence.
 *
 * @param year of the document number; null without one
 * @param bodyBegins how many lines it takes
 */
record Head(
        @Nullable Read<String> documentNumber,
        @Nullable Integer year,
        @Nullable Read<String> issuingBody,
        @Nullable Read<String> noticeTitle,
        List<Read<String>> addressees,
        int bodyBegins) {}
