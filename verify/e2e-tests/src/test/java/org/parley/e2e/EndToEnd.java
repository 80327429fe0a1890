package org.parley.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks an end-to-end test. All of them share a {@link RunningSystem}, which tests must
 * leave unchanged: one with all services in one process, or one with the processes of
 * production.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningSystemExtension.class)
@interface EndToEnd {

	/** Whether the test kills processes or needs two of a service. */
	boolean apart() default false;

}
