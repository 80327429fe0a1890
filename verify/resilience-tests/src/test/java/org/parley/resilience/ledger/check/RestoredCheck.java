package org.parley.resilience.ledger.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.resilience.ledger.DatabaseRecord;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerFinding;

/**
 * Compares the ledger with databases that were restored from a backup: everything that
 * was answered before the backup began is there once, nothing that was sent after its
 * end, and counters agree with what they count.
 *
 * @param entries the ledger's entries
 * @param begin when the backup began
 * @param end when the backup ended
 * @param restored the content of the restored databases
 */
public record RestoredCheck(List<LedgerEntry> entries, Instant begin, Instant end, DatabaseRecord restored) {

	private static final List<LedgerEntryKind> STORED_KINDS = List.of(LedgerEntryKind.START, LedgerEntryKind.REPLY,
			LedgerEntryKind.REGISTRATION);

	public Stream<LedgerFinding> findings() {
		return Stream.concat(this.entries.stream()
			.filter((entry) -> STORED_KINDS.contains(entry.kind()) && entry.isAccepted())
			.flatMap(this::mark), counters());
	}

	/** Returns the number of accepted writes that the backup must contain. */
	public long before() {
		return this.entries.stream()
			.filter((entry) -> STORED_KINDS.contains(entry.kind()) && entry.isAccepted())
			.filter((entry) -> entry.answered().isBefore(this.begin))
			.count();
	}

	private Stream<LedgerFinding> mark(LedgerEntry entry) {
		var found = found(entry);
		var what = "%s %s is restored".formatted(entry.kind(), entry.mark());
		if (entry.answered().isBefore(this.begin)) {
			return DatabaseCheck.differences(1, found, what);
		}
		return DatabaseCheck.differences(entry.sent().isAfter(this.end) ? 0 : Math.min(found, 1), found, what);
	}

	private Stream<LedgerFinding> counters() {
		return replies().entrySet()
			.stream()
			.flatMap((thread) -> DatabaseCheck.differences(thread.getValue(),
					this.restored.replies().getOrDefault(thread.getKey(), 0),
					"Restored replies to thread %s are counted".formatted(thread.getKey())));
	}

	private Map<String, Integer> replies() {
		return this.entries.stream()
			.filter((entry) -> entry.kind() == LedgerEntryKind.REPLY && entry.isAccepted())
			.collect(Collectors.groupingBy(LedgerEntry::key, Collectors.summingInt(this::found)));
	}

	private int found(LedgerEntry entry) {
		return this.restored.marks().getOrDefault(entry.mark(), 0);
	}

}
