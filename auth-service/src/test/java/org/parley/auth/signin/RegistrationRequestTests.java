package org.parley.auth.signin;

import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegistrationRequestTests {

	private final Validator validator = validator();

	@ParameterizedTest
	@ValueSource(ints = { 20_000, 100_000 })
	void mailAddressOfManyLabelsIsRefused(int labels) {
		assertThat(violations("a@a" + ".a".repeat(labels))).isNotEmpty();
	}

	@Test
	void mailAddressOfMaximumLengthIsAccepted() {
		assertThat(violations("a@a" + ".a".repeat(125))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a@a", "a@a.", "a@.a", "a@a..a", "@a.a" })
	void malformedMailAddressIsRefused(String email) {
		assertThat(violations(email))
			.containsExactly("must be a mail address of at most 254 characters, such as name@example.org");
	}

	private List<String> violations(String email) {
		return this.validator.validateValue(RegistrationRequest.class, "email", email)
			.stream()
			.map(ConstraintViolation::getMessage)
			.toList();
	}

	private static Validator validator() {
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			return factory.getValidator();
		}
	}

}
