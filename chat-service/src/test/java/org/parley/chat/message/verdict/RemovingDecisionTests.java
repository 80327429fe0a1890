package org.parley.chat.message.verdict;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.chat.message.verdict.MessageVerdictListener.Decided;
import org.parley.chat.message.verdict.MessageVerdictListener.Judged;
import org.parley.chat.message.verdict.MessageVerdictListener.Reversed;
import org.parley.chat.message.verdict.MessageVerdictListener.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class RemovingDecisionTests {

	private static final Subject MESSAGE = new Subject("message");

	@ParameterizedTest
	@CsvSource({ "hide, true", "remove, true", "ban, true", "dismiss, false", "warn, false", "edit, false" })
	void someDecisionsRemoveTheMessageAndTheirReversalsShowIt(String decision, boolean isRemoving) {
		assertThat(new Decided("case", MESSAGE, 0, decision, null, Instant.EPOCH).isRemoving()).isEqualTo(isRemoving);
		assertThat(new Reversed("case", MESSAGE, 0, decision, null, Instant.EPOCH).isRemoving()).isEqualTo(isRemoving);
	}

	@ParameterizedTest
	@CsvSource({ "held, true", "removed, true", "flagged, false", "clean, false" })
	void someVerdictsRemoveTheMessage(String verdict, boolean isRemoving) {
		assertThat(new Judged(MESSAGE, 0, verdict).isRemoving()).isEqualTo(isRemoving);
	}

}
