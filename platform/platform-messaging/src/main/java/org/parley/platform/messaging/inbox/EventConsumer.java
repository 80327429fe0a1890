package org.parley.platform.messaging.inbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.stereotype.Component;

/**
 * A component whose {@link EventHandler} methods consume events of queues of the
 * catalogue. A queue may have several consumers.
 */
@Documented
@Component
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventConsumer {

	/**
	 * The names of queues in the catalogue. By default, each method consumes from the
	 * only open queue of this service that receives its event types.
	 */
	String[] value() default {};

	/**
	 * Whether the methods are idempotent, for example because an older version never
	 * overrides a newer one. Such a consumer needs neither inbox nor transaction.
	 */
	boolean repeatable() default false;

	/**
	 * Whether somebody waits for the effect, so that a batch never waits for more events.
	 */
	boolean prompt() default false;

}
