package org.parley.platform.web.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST method of a controller that creates something and returns a {@code
 * ResponseEntity}. A request with an {@code Idempotency-Key} runs in one transaction with
 * the record of its answer. The same key and body replays the answer; another body is
 * refused with 422, a key of a running request with 409. Records are kept for 24 hours
 * per person and address.
 *
 * @see <a href=
 * "https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 * Idempotency-Key HTTP Header Field</a>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

	/**
	 * Whether the request contains secrets, such as a password. Neither a fingerprint of
	 * it nor its answer is stored then: any repeated request gets 409
	 * {@code idempotency.done}.
	 */
	boolean secret() default false;

	/**
	 * Whether the answer alone contains secrets. It is not stored then: a repeated
	 * request gets 409 {@code idempotency.done}.
	 */
	boolean secretAnswer() default false;

	/**
	 * Whether the method runs without a record while the database is away. It must itself
	 * do nothing twice for the same key.
	 */
	boolean withoutDatabase() default false;

}
