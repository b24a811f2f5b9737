/**
 * Brings a ledger in from a sheet with the columns of the 整改台账: all of it or nothing. Reading and judging the file is plain
 * Java; every finding names the row as a spreadsheet counts and the column.
 */
@NullMarked
package io.zhenggai.issue.intake;

import org.jspecify.annotations.NullMarked;
