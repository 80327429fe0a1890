package org.parley.platform.web.problem;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import static org.assertj.core.api.Assertions.assertThat;

/** The statuses are part of the published API. */
class ProblemsTests {

	@ParameterizedTest
	@CsvSource({ "INVALID,400", "UNAUTHENTICATED,401", "FORBIDDEN,403", "NOT_FOUND,404", "CONFLICT,409", "STALE,412",
			"UNPROCESSABLE,422", "LIMITED,429", "UNAVAILABLE,503" })
	void kindHasStatus(RefusalKind kind, int status) {
		var answer = Problems.entity(new RefusalException(kind, "book.refused", "The book is refused."));
		assertThat(answer.getStatusCode().value()).isEqualTo(status);
	}

}
