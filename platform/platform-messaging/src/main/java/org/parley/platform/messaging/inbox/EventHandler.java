package org.parley.platform.messaging.inbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that handles events: {@code on(data)}, {@code on(data, EventEnvelope)} or
 * {@code on(data, EventEnvelope, Bean)}, where the bean is the one of its type whose
 * {@code @Qualifier} is the name of the event's queue. It runs in the transaction that
 * records the event in the inbox, so its changes are applied once; the method may run
 * again after a write conflict. Unknown properties of the data are ignored.
 * <p>
 * An event whose handler throws is tried three times and then moves to the dead-letter
 * queue; after a {@link PoisonEventException} it moves there at once.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface EventHandler {

	/** The event types. */
	String[] value();

}
