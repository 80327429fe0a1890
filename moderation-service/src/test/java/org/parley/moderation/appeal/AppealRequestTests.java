package org.parley.moderation.appeal;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.moderation.appeal.StatementController.AppealRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Lengths count what people see as characters, in moderation as in posts. */
class AppealRequestTests {

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@ParameterizedTest
	@ValueSource(strings = { "a", "👩🏽‍🌾", "🇩🇪", "हि", "กำ", "e\u0301" })
	void textOfTwoThousandCharactersIsValid(String character) {
		assertThat(isValid(character.repeat(2_000))).isTrue();
		assertThat(isValid(character.repeat(2_001))).isFalse();
	}

	@Test
	void textThatNobodySeesIsInvalid() {
		assertThat(isValid("\u200b\u3164")).isFalse();
		assertThat(isValid("One line\nand another")).isTrue();
	}

	private boolean isValid(String text) {
		return this.validator.validate(new AppealRequest(text)).isEmpty();
	}

}
