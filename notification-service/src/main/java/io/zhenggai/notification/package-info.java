/**
 * The notification service: who holds which post, what is still owed as far as it has heard, the reminders of it, and the
 * record of every mail that it sent. It owns no topic and tells other services nothing.
 */
@NullMarked
package io.zhenggai.notification;

import org.jspecify.annotations.NullMarked;
