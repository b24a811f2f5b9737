/**
 * The messages that bring reminders to people, and the record of every attempt to send them.
 *
 * <pre>
 * PENDING → SENDING → SENT       the server has taken it over; its answer is kept
 *                   → FAILED     the server has refused it for good
 *                   → PENDING    it was put off, there was no server, or its answer was lost: tried again later
 *                   → SENDING    who was sending it is gone: taken over when the lease has run out
 *                   → FAILED     for days nobody knew whether it had arrived
 *                   → CANCELLED  at the last look nothing of it was owed any more, or a post that it is for had left its address
 * PENDING → CANCELLED            its day went by
 * </pre>
 *
 * <p>A message leaves on its own day, from the sending time on. What did not get away on that day is cancelled, and its reminders
 * are planned anew with those of the next day, so that a mail server that comes back brings one mail and not several.
 *
 * <p>It is committed as SENDING with a token and a lease, sent with a Message-ID made of its id, then committed as SENT with the
 * same token. If the process ends in between, or the line breaks off before the server's answer to the whole letter, it may have
 * arrived: then it is never cancelled and its words stay, it is sent again under the same Message-ID, on later days too, until
 * the server takes or refuses it, and counts until then as the message of the day for its address. After three days without
 * an answer it is FAILED: somebody has to look.
 */
@NullMarked
package io.zhenggai.notification.dispatch;

import org.jspecify.annotations.NullMarked;
