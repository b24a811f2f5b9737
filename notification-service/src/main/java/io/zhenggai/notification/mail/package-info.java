/**
 * Brings a letter to the mail server by SMTP and keeps what the server answered.
 *
 * <p>A letter has one recipient. Its Message-ID comes from the record behind it, so that a letter that had to be sent twice
 * is known as one. What the server says of the letter for good (5xx to RCPT or DATA) is a refusal; everything else that
 * keeps it from being sent is tried again. When the line breaks off after the whole letter, what became of it is not known.
 */
@NullMarked
package io.zhenggai.notification.mail;

import org.jspecify.annotations.NullMarked;
