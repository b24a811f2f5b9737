package io.zhenggai.bench.figure;

import java.util.List;

/**
 * What one measure has found.
 *
 * @param name for machines, in camelCase
 * @param words for people: what was measured, and how much of it
 */
public record Finding(String name, String words, List<Figure> figures) {}
