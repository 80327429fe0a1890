package org.parley.platform.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A Spring test on real MongoDB, RabbitMQ and Redis, with a database, a virtual host and
 * a key prefix that no other context shares, and the address of {@link TestTokens} as the
 * issuer's keys. Put it beside {@code @SpringBootTest}. Without servers the test is
 * skipped with the reason, or fails in a continuous integration build.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LocalStackCondition.class)
public @interface LocalStackTest {

}
