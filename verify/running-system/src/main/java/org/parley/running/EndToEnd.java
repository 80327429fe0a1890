package org.parley.running;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks an end-to-end test. All of a module share a {@link RunningSystem}, which tests
 * must leave unchanged.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningSystemExtension.class)
public @interface EndToEnd {

	/** Whether services are processes of their own, of which tests kill some. */
	boolean apart() default false;

}
