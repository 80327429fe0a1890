package org.parley.resilience.ledger.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.resilience.ledger.DatabaseRecord;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;
import org.parley.resilience.ledger.WriteOutcome;

import static org.assertj.core.api.Assertions.assertThat;

class RestoredCheckTests {

	private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

	private static final Instant END = BEGIN.plusSeconds(10);

	private final LedgerEntry before = reply("before", -1);

	private final LedgerEntry during = reply("during", 5);

	private final LedgerEntry after = reply("after", 11);

	@Test
	void consistentBackupHasNoFinding() {
		assertThat(faults(Map.of("before", 1), 1)).isEmpty();
		assertThat(faults(Map.of("before", 1, "during", 1), 2)).isEmpty();
	}

	@Test
	void missingWriteFromBeforeIsLost() {
		assertThat(faults(Map.of(), 0)).containsExactly(Fault.LOST);
	}

	@Test
	void writeThatIsRestoredTwiceIsFound() {
		assertThat(faults(Map.of("before", 1, "during", 2), 3)).containsExactly(Fault.TWICE);
	}

	@Test
	void writeFromAfterTheBackupIsFound() {
		assertThat(faults(Map.of("before", 1, "after", 1), 2)).containsExactly(Fault.TWICE);
	}

	@Test
	void counterThatLagsIsFound() {
		assertThat(faults(Map.of("before", 1, "during", 1), 1)).containsExactly(Fault.LOST);
	}

	private List<Fault> faults(Map<String, Integer> marks, int replies) {
		var restored = new DatabaseRecord(marks, Map.of(), Map.of("thread", replies), Map.of(), Map.of());
		return new RestoredCheck(List.of(this.before, this.during, this.after), BEGIN, END, restored).findings()
			.map(LedgerFinding::fault)
			.toList();
	}

	private static LedgerEntry reply(String mark, int seconds) {
		var time = BEGIN.plusSeconds(seconds);
		return new LedgerEntry(LedgerEntryKind.REPLY, mark, "thread", new LedgerEffect("post.created", mark, 0),
				WriteOutcome.ACCEPTED, time, time, false);
	}

}
