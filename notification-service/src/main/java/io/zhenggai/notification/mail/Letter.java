package io.zhenggai.notification.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * One mail to one recipient.
 *
 * @param id what its Message-ID is made of
 * @param to one address, ASCII
 * @param subject one line
 * @param text lines that end with {@code \n}
 * @param date when it was written, by real time: a date of a clock that was set would look forged to mail servers, which
 *     hold it against their own
 */
public record Letter(UUID id, String to, String subject, String text, Instant date) {}
