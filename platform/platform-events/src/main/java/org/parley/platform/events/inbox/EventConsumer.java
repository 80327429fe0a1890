package org.parley.platform.events.inbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A component that listens to a queue of the catalogue, with methods that
 * {@link EventHandler}. A queue may have several.
 */
@Documented
@Component
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventConsumer {

	/** The queue's name in the catalogue; an alias, so that it does not name the bean. */
	@AliasFor("queue")
	String value() default "";

	/** The queue's name in the catalogue. */
	@AliasFor("value")
	String queue() default "";

	/**
	 * Whether to hear an event twice does no more than to hear it once, as where an older
	 * version never overrides a newer one. Such a listener needs neither inbox nor
	 * transaction.
	 */
	boolean repeatable() default false;

}
