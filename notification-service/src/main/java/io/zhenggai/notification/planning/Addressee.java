package io.zhenggai.notification.planning;

import java.util.Optional;

/**
 * Who really gets a reminder.
 *
 * @param vacant the post that it was meant for, when nobody holds that one
 */
record Addressee(Contact contact, Optional<Post> vacant) {}
