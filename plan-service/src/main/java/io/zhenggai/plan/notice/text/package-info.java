/**
 * What lies before any meaning: lines, joined to paragraphs where a line was broken, sentences, and the outline that their
 * numbers make. Plain code, linear in the length of the text.
 */
@NullMarked
package io.zhenggai.plan.notice.text;

import org.jspecify.annotations.NullMarked;
