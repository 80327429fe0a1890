package org.parley.platform.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.platform.test.client.TestTokens;

/**
 * A Spring test with MongoDB, RabbitMQ and Redis. Its context has its own database,
 * virtual host and key prefix, and takes the issuer's keys from {@link TestTokens}. Use
 * it with {@code @SpringBootTest}. Without servers the test is skipped, or fails in a
 * continuous integration build.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LocalStackCondition.class)
public @interface LocalStackTest {

}
