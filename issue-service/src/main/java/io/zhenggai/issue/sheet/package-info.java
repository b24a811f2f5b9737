/**
 * Sheets as office programs save them, read row by row as plain Java: CSV in every dialect and .xlsx. What cannot be read is refused in
 * words, with the place.
 */
@NullMarked
package io.zhenggai.issue.sheet;

import org.jspecify.annotations.NullMarked;
