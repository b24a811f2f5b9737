/**
 * The rules of reminders: who is told when about what, and in which words. Plain values in, plain values out: nothing here
 * stores, sends or reads a clock.
 *
 * <p>What is owed, of whatever kind, is an {@link io.zhenggai.notification.planning.Owed}. {@link
 * io.zhenggai.notification.planning.ReminderSchedule} says on which days, {@link
 * io.zhenggai.notification.planning.ReminderRouting} to which posts, {@link
 * io.zhenggai.notification.planning.Contacts} who holds a post, and {@link
 * io.zhenggai.notification.planning.ReminderPlanner} puts them together into the messages of a moment.
 *
 * <p>One run, in one transaction: load what is still owed with a deadline up to {@link
 * io.zhenggai.notification.planning.ReminderSchedule#latestDueOn}, the keys of the reminders that exist for it, who
 * had a message today, and the contacts; ask {@link
 * io.zhenggai.notification.planning.ReminderPlanner#due}; store one row per reminder and one dispatch per message.
 * What was stored is never planned again; what was not stored, because a run is capped or failed, is planned by the next.
 */
@NullMarked
package io.zhenggai.notification.planning;

import org.jspecify.annotations.NullMarked;
