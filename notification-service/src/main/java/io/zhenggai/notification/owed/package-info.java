/**
 * What is owed, as far as this service has heard: a projection of the topics {@code zhenggai.obligation} and {@code
 * zhenggai.issue}, one row for each thing and kind of debt.
 *
 * <ul>
 *   <li>An obligation is owed while OPEN, by the deadline of its phase, and while RETURNED, by its resubmission.
 *   <li>An issue's acknowledgement is owed while ASSIGNED, its rectification from then on until close-out is requested: who
 *       does not acknowledge escapes no deadline. By the office of its region, or by its lead unit once that has a contact of
 *       its own.
 *   <li>An answer is owed by the same, whatever became of the issue; the decision on a request by the office of the city or the
 *       province, whichever decides; the review of a stage by the one of who verifies.
 * </ul>
 *
 * <p>The version of a deadline counts how often its date was set: by the sender for obligations, here for issues, whose events
 * carry the date alone. It lives as long as the row, so a rebuilt projection counts the same.
 */
@NullMarked
package io.zhenggai.notification.owed;

import org.jspecify.annotations.NullMarked;
