/**
 * The whole system on one machine: PostgreSQL, Kafka and the five services as processes of their own, SMTP and OpenID
 * Connect in this JVM. {@link io.zhenggai.embedded.system.LocalSystem} is the face; the launcher, the acceptance tests and
 * the replay all start the system through it.
 */
@NullMarked
package io.zhenggai.embedded.system;

import org.jspecify.annotations.NullMarked;
