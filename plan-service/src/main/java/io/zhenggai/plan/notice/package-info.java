/**
 * Reads the text of a notice 通知: what it says of the campaign that it starts, each item with the sentence that says so.
 *
 * <p>READ is what stands there; PROPOSED is what a rule of ours makes of it. What is not there is said to be missing and never
 * invented; suspected misprints are named and never altered. A year is taken from the document, never from today. Plain code
 * without framework, linear in the length of the text; the same text is always read alike.
 */
@NullMarked
package io.zhenggai.plan.notice;

import org.jspecify.annotations.NullMarked;
