/**
 * What tests of services stand on: one PostgreSQL, Kafka, SMTP server and token issuer per test JVM, fresh and real.
 *
 * <p>They run in a process of their own, because Quarkus loads test resources in class loaders that it closes and opens
 * again; what tests need to know of them travels in system properties, which every class loader sees.
 */
@NullMarked
package io.zhenggai.embedded.test;

import org.jspecify.annotations.NullMarked;
