package org.parley.auth.account.scim;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import jakarta.validation.Validator;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Runs the changes of a request in one transaction. */
@Component
class ScimTransaction {

	private final UnitOfWork work;

	private final Validator validator;

	private final InstantSource clock;

	ScimTransaction(UnitOfWork work, Validator validator, InstantSource clock) {
		this.work = work;
		this.validator = validator;
		this.clock = clock;
	}

	/** Unique indexes decide between concurrent requests. */
	<T> T run(Supplier<T> change) {
		try {
			return this.work.run(change);
		}
		catch (DuplicateKeyException ex) {
			throw new ScimException(HttpStatus.CONFLICT, "uniqueness", "A name or address is taken.");
		}
	}

	/**
	 * Requires valid attributes.
	 * @throws ScimException 400 {@code invalidValue}
	 */
	<T> T valid(T attributes) {
		this.validator.validate(attributes).stream().findFirst().ifPresent((violation) -> {
			throw ScimException.value(violation.getPropertyPath().toString(), violation.getMessage());
		});
		return attributes;
	}

	Instant now() {
		return this.clock.instant();
	}

}
