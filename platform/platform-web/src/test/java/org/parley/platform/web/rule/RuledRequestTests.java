package org.parley.platform.web.rule;

import java.util.List;

import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RuledRequestTests {

	@Test
	void brokenRulesAreReportedWithConstraints() {
		assertThat(violations(new Order("", "ten", "never"))).containsExactlyInAnyOrder("dish is required null",
				"amount must be a number order.amount", "day must be a day order.day");
	}

	@Test
	void absentValueBreaksNoRule() {
		assertThat(violations(new Order("soup", null, "Monday"))).isEmpty();
	}

	@Test
	void refusalOfAnotherKindIsNoProblemOfAField() {
		RuledRequest closed = () -> List.of(() -> {
			throw RefusalException.conflict("kitchen.closed", "The kitchen is closed.");
		});
		assertThatThrownBy(() -> RefusalException.problemsOf(closed.rules())).isInstanceOf(RefusalException.class);
	}

	private static List<String> violations(Order order) {
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			return factory.getValidator()
				.validate(order)
				.stream()
				.map((violation) -> "%s %s %s".formatted(violation.getPropertyPath(), violation.getMessage(),
						KeepsRules.RuleValidator.codeOf(violation)))
				.toList();
		}
	}

	/** A request with two rules. */
	record Order(@NotBlank(message = "is required") String dish, @Nullable String amount,
			@Nullable String day) implements RuledRequest {

		@Override
		public List<Runnable> rules() {
			return List.of(
					RuledRequest.rule(this.amount, (value) -> require("amount", value.matches("\\d+"), "a number")),
					RuledRequest.rule(this.day, (value) -> require("day", value.endsWith("day"), "a day")));
		}

		private static void require(String field, boolean holds, String kind) {
			if (!holds) {
				throw RefusalException.field(field, "order." + field, "must be " + kind);
			}
		}

	}

}
