package io.zhenggai.notification.dispatch;

import io.zhenggai.notification.mail.Letter;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that this process has taken to send.
 *
 * @param token proves that it is still this process's
 * @param attempt which attempt this is, from 1
 * @param letter what is to be sent; empty when it turned out that it is not to be, and was cancelled
 */
record Claim(UUID id, UUID token, int attempt, Optional<Letter> letter) {}
