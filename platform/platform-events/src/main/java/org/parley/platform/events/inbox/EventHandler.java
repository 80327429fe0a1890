package org.parley.platform.events.inbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that hears events: {@code on(data)} or {@code on(data, EventEnvelope)}. It
 * runs in the transaction that notes the event as handled, so its changes are made once;
 * it may run again when another writer comes in between. Properties of the data that it
 * does not know are left out.
 * <p>
 * What it throws makes the event be tried three times, then be put aside; a
 * {@link PoisonEventException} puts it aside at once.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface EventHandler {

	/** The types of events. */
	String[] value();

}
