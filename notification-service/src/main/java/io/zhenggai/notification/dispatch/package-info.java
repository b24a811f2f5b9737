/**
 * The messages that bring reminders to people, and the record of every attempt to send them.
 *
 * <pre>
 * PENDING → SENDING → SENT       the server has taken it over; its answer is kept
 *                   → FAILED     the server has refused it for good
 *                   → PENDING    it was put off, or there was no server: tried again later
 * PENDING → CANCELLED            nothing of it was owed any more, nobody is at the address any more, or its day went by
 * </pre>
 *
 * <p>A message leaves on its own day, from the sending time on. What did not get away on that day is cancelled, and its reminders
 * are planned anew with those of the next day, so that a mail server that comes back brings one mail and not several.
 *
 * <p>It is committed as SENDING with a token and a lease, sent with a Message-ID made of its id, then committed as SENT with the
 * same token. If the process ends in between, the lease runs out and it is sent again under the same Message-ID.
 */
@NullMarked
package io.zhenggai.notification.dispatch;

import org.jspecify.annotations.NullMarked;
