package org.parley.resilience.decision;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionCheckTests {

	@Test
	void everythingOncePasses() {
		assertThat(faults(false, List.of("remove:in-force"), 1)).isEmpty();
	}

	@Test
	void removedTextThatIsShownIsLost() {
		assertThat(faults(true, List.of("remove:in-force"), 1)).containsExactly(Fault.LOST);
	}

	@Test
	void missingStatementAndNotificationAreLost() {
		assertThat(faults(false, List.of(), 0)).containsExactly(Fault.LOST, Fault.LOST);
	}

	@Test
	void repeatedStatementAndNotificationAreFound() {
		assertThat(faults(false, List.of("remove:in-force", "remove:in-force"), 2)).containsExactly(Fault.TWICE,
				Fault.TWICE);
	}

	@Test
	void statementOfOtherStatusIsLostAndUnexpected() {
		assertThat(faults(false, List.of("remove:lifted"), 1)).containsExactlyInAnyOrder(Fault.TWICE, Fault.LOST);
	}

	private static List<Fault> faults(boolean isShown, List<String> statements, int told) {
		var content = new DecidedContent("/posts/1", "1", false, List.of("remove:in-force"), 1);
		return DecisionCheck.findings(new DecisionRecord(content, isShown, statements, told))
			.stream()
			.map(LedgerFinding::fault)
			.toList();
	}

}
