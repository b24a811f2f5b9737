/**
 * Campaign drafts: the text of a notice, what was read from it, and what a person corrected, until it is published.
 *
 * <pre>
 * OPEN → PUBLISHED
 * </pre>
 *
 * A draft may be incomplete and contradictory; what stands between it and its publication is shown with it, field by field. The
 * reading never changes: corrections stand beside it. Drafts are the province's; nobody else sees that there are any.
 */
@NullMarked
package io.zhenggai.plan.draft;

import org.jspecify.annotations.NullMarked;
