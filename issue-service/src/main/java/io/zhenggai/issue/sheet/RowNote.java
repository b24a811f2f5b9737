package io.zhenggai.issue.sheet;

/**
 * What is to be written beside a row.
 *
 * @param row as a spreadsheet counts, from 1
 */
public record RowNote(int row, String text) {}
