package org.parley.platform.web.problem;

import java.util.Locale;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ValidationMessagesTests {

	@Test
	void usualConstraintsHaveOurTextsInAnyLanguage() {
		var configuration = Validation.byDefaultProvider().configure();
		configuration.messageInterpolator(new German(configuration.getDefaultMessageInterpolator()));
		try (var factory = configuration.buildValidatorFactory()) {
			var validator = factory.getValidator();
			assertThat(validator.validateValue(Order.class, "dish", null)).extracting(ConstraintViolation::getMessage)
				.containsExactly("is required");
			assertThat(validator.validate(new Order("a", "a", 0, 11))).extracting(ConstraintViolation::getMessage)
				.containsExactlyInAnyOrder("must have 2 to 1000 characters", "must be at least 1",
						"must be at most 10");
		}
	}

	record Order(@NotNull String dish, @Size(min = 2, max = 1_000) String table, @Min(1) int guests,
			@Max(10) int chairs) {
	}

	record German(MessageInterpolator interpolator) implements MessageInterpolator {

		@Override
		public String interpolate(String template, Context context) {
			return interpolate(template, context, Locale.GERMAN);
		}

		@Override
		public String interpolate(String template, Context context, Locale locale) {
			return this.interpolator.interpolate(template, context, Locale.GERMAN);
		}

	}

}
