package io.zhenggai.plan.notice.text;

/**
 * A broken line and the one that it goes on with.
 *
 * @param before the end of the broken line, a few characters
 * @param after the beginning of the next one
 */
public record BrokenLine(int line, int nextLine, String before, String after) {}
