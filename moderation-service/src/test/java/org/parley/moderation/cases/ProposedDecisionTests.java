package org.parley.moderation.cases;

import java.time.Instant;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contracts.moderation.Decision;
import org.parley.platform.domain.FieldProblem;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProposedDecisionTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			dismiss, -,                        -
			ban,     -,                        -
			ban,     2026-11-20T09:00:00.001Z, -
			ban,     2126-11-21T09:00:00Z,     -
			edit,    -,                        Better
			""")
	void completeDecisionIsValid(String decision, @Nullable Instant until, @Nullable String text) {
		assertThatCode(() -> proposed(decision, until, text).requireValid(NOW)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			edit,   -,                         -,      text.required
			hide,   -,                         Better, text.without-edit
			ban,    -,                         Better, text.without-edit
			remove, 2030-01-01T00:00:00Z,      -,      until.without-ban
			edit,   2030-01-01T00:00:00Z,      Better, until.without-ban
			ban,    2001-01-01T00:00:00Z,      -,      until.out-of-range
			ban,    2026-11-20T09:00:00Z,      -,      until.out-of-range
			ban,    2126-11-21T09:00:00.001Z,  -,      until.out-of-range
			ban,    +999999999-01-01T00:00:00Z, -,     until.out-of-range
			""")
	void otherTextOrEndIsRefused(String decision, @Nullable Instant until, @Nullable String text, String code) {
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> proposed(decision, until, text).requireValid(NOW))
			.extracting(RefusalException::errors)
			.asInstanceOf(InstanceOfAssertFactories.list(FieldProblem.class))
			.extracting(FieldProblem::code)
			.containsExactly(code);
	}

	private static ProposedDecision proposed(String decision, @Nullable Instant until, @Nullable String text) {
		return new ProposedDecision(Decision.of(decision), null, until, text);
	}

}
