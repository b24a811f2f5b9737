/** The servers that the system stands on: PostgreSQL, Kafka and SMTP, each the real one, each on 127.0.0.1 only. */
@NullMarked
package io.zhenggai.embedded.server;

import org.jspecify.annotations.NullMarked;
