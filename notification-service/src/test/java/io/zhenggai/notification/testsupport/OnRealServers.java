package io.zhenggai.notification.testsupport;

import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service under test has PostgreSQL, Kafka, an issuer and, behind a door, a mail server of its own. */
@QuarkusTestResource(MailDoorResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnRealServers {}
