package org.parley.platform.web.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Announces the end of an operation, in its description and in each of its responses. The
 * contracts let the operation go on that day, and not before.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DeprecatedOperation {

	/** The day of the announcement, such as {@code 2026-11-22}. */
	String since();

	/** The first day on which the operation may be gone; half a year later at least. */
	String sunset();

	/** The path that replaces it; empty for none. */
	String successor() default "";

}
