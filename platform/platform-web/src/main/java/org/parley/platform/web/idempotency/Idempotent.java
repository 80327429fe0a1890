package org.parley.platform.web.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that creates, on a controller's method that returns a {@code ResponseEntity}. A
 * request with an {@code Idempotency-Key} runs in one transaction with the record of its
 * answer: the same key and body replays the answer, another body is refused with 422, a
 * key that is still at work with 409. Kept for 24 hours per person and address.
 *
 * @see <a href=
 * "https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 * Idempotency-Key HTTP Header Field</a>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

	/**
	 * Whether the request or its answer carries secrets. Nothing of either is stored: a
	 * repeat, with the same body or another, is told with 409 {@code idempotency.done}
	 * that the first request was carried out.
	 */
	boolean secret() default false;

}
