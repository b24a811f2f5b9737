package io.zhenggai.plan.notice;

import org.jspecify.annotations.Nullable;

/**
 * A source of issues that was read.
 *
 * @param code null when it is none of the known ones
 * @param name the entry's own words
 * @param line the line in which the sentence begins
 * @param sentence what it was read from
 */
public record ReadSource(@Nullable SourceCode code, String name, Mark mark, int line, String sentence) {}
