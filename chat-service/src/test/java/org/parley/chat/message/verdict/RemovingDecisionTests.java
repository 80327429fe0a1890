package org.parley.chat.message.verdict;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contracts.moderation.Decision;
import org.parley.contracts.moderation.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class RemovingDecisionTests {

	@ParameterizedTest
	@CsvSource({ "HIDE, true", "REMOVE, true", "BAN, true", "DISMISS, false", "WARN, false", "EDIT, false", ", false" })
	void someDecisionsRemoveTheMessageAndTheirReversalsShowIt(@Nullable Decision decision, boolean isRemoving) {
		assertThat(MessageVerdictListener.isRemoving(decision)).isEqualTo(isRemoving);
	}

	@ParameterizedTest
	@CsvSource({ "HELD, true", "REMOVED, true", "FLAGGED, false", "CLEAN, false", ", false" })
	void someVerdictsRemoveTheMessage(@Nullable Verdict verdict, boolean isRemoving) {
		assertThat(MessageVerdictListener.isRemoving(verdict)).isEqualTo(isRemoving);
	}

}
