/**
 * Runs the rules of {@link io.zhenggai.notification.planning} against what is stored: which reminders are due is found
 * by looking at the business clock, never by a timer, so that a clock that jumps is followed.
 *
 * <p>A day is planned once it has reached its sending time, and again whenever something that counts has changed since. One run
 * is one transaction: what is owed, what exists, who is there; then one row per reminder and one dispatch per message. Runs are
 * kept apart by the lock of one row; should they not be, the keys of reminders and of dispatches would stop the second.
 *
 * <p>A reminder that reaches nobody is kept as UNREACHABLE, shown, and planned anew with every run; it asks for no run itself.
 */
@NullMarked
package io.zhenggai.notification.reminder;

import org.jspecify.annotations.NullMarked;
