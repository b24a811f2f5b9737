/**
 * The texts of issues as they are searched: every two neighbouring characters are indexed, for Chinese words have two and no blanks between
 * them. What names a person who complained, and texts as received, never come here.
 */
@NullMarked
package io.zhenggai.issue.search;

import org.jspecify.annotations.NullMarked;
