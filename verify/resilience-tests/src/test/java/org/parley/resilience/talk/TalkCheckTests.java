package org.parley.resilience.talk;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;

import static org.assertj.core.api.Assertions.assertThat;

class TalkCheckTests {

	@Test
	void everythingOnceAndInOrderPasses() {
		assertThat(TalkCheck.findings(List.of(spoken("a", 0, 1), spoken("b", 2, 3)),
				List.of(new StoredMessage("a", 1), new StoredMessage("b", 2))))
			.isEmpty();
	}

	@Test
	void concurrentMessagesHaveAnyOrder() {
		assertThat(TalkCheck.findings(List.of(spoken("a", 0, 5), spoken("b", 2, 3)),
				List.of(new StoredMessage("b", 1), new StoredMessage("a", 2))))
			.isEmpty();
	}

	@Test
	void missingMessageIsLost() {
		assertThat(TalkCheck.findings(List.of(spoken("a", 0, 1)), List.of())).extracting(LedgerFinding::fault)
			.containsExactly(Fault.LOST);
	}

	@Test
	void messageStoredTwiceIsFound() {
		assertThat(TalkCheck.findings(List.of(spoken("a", 0, 1)),
				List.of(new StoredMessage("a", 1), new StoredMessage("a", 2))))
			.extracting(LedgerFinding::fault)
			.containsExactly(Fault.TWICE);
	}

	@Test
	void overtakingMessageAndGapAreFound() {
		assertThat(TalkCheck.findings(List.of(spoken("a", 0, 1), spoken("b", 2, 3)),
				List.of(new StoredMessage("b", 1), new StoredMessage("a", 3))))
			.extracting(LedgerFinding::fault)
			.containsExactly(Fault.OUT_OF_ORDER, Fault.OUT_OF_ORDER);
	}

	private static SpokenMessage spoken(String mark, long sent, long answered) {
		return new SpokenMessage("c", mark, Instant.ofEpochSecond(sent), Instant.ofEpochSecond(answered));
	}

}
