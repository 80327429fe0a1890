package org.parley.platform.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The types under which an event is published. Each must be in the catalogue, on the
 * exchange of the service: otherwise the service does not start.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Publishes {

	/** Such as {@code post.created}. */
	String[] value();

}
