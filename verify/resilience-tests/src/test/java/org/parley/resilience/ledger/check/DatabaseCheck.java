package org.parley.resilience.ledger.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.resilience.ledger.DatabaseRecord;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;
import org.parley.resilience.ledger.WriteOutcome;

/**
 * Compares the ledger with the databases: accepted writes are stored once, refused ones
 * are not stored, and counters include each write once.
 *
 * @param entries the ledger's entries
 * @param stored the content of the databases
 */
record DatabaseCheck(List<LedgerEntry> entries, DatabaseRecord stored) {

	private static final List<LedgerEntryKind> STORED_KINDS = List.of(LedgerEntryKind.START, LedgerEntryKind.REPLY,
			LedgerEntryKind.REGISTRATION);

	private static final List<LedgerEntryKind> VERSIONED_KINDS = List.of(LedgerEntryKind.EDIT, LedgerEntryKind.LOCK,
			LedgerEntryKind.UNLOCK);

	Stream<LedgerFinding> findings() {
		return Stream.of(marks(), versions(), replies()).flatMap((findings) -> findings);
	}

	private Stream<LedgerFinding> marks() {
		return this.entries.stream().filter((entry) -> STORED_KINDS.contains(entry.kind())).flatMap((entry) -> {
			var found = this.stored.marks().getOrDefault(entry.mark(), 0);
			return switch (entry.outcome()) {
				case ACCEPTED -> differences(1, found, "%s %s is stored".formatted(entry.kind(), entry.mark()));
				case REFUSED ->
					differences(0, found, "%s %s was refused but is stored".formatted(entry.kind(), entry.mark()));
				case UNKNOWN -> differences(Math.min(found, 1), found,
						"%s %s has an unknown outcome and is stored".formatted(entry.kind(), entry.mark()));
			};
		});
	}

	/** Each accepted change of a thread increments its version. */
	private Stream<LedgerFinding> versions() {
		var open = unanswered(VERSIONED_KINDS);
		return accepted(VERSIONED_KINDS).entrySet()
			.stream()
			.flatMap((thread) -> differences(thread.getValue(),
					within(thread.getValue(), open.getOrDefault(thread.getKey(), 0L),
							this.stored.versions().getOrDefault(thread.getKey(), 0L)),
					"Thread %s was changed".formatted(thread.getKey())));
	}

	/** Each accepted reply is in the thread's counter, which is updated from events. */
	private Stream<LedgerFinding> replies() {
		var open = unanswered(List.of(LedgerEntryKind.REPLY));
		return accepted(List.of(LedgerEntryKind.REPLY)).entrySet()
			.stream()
			.flatMap((thread) -> differences(thread.getValue(),
					within(thread.getValue(), open.getOrDefault(thread.getKey(), 0L),
							this.stored.replies().getOrDefault(thread.getKey(), 0)),
					"Replies to thread %s are counted".formatted(thread.getKey())));
	}

	/** Writes with an unknown outcome may or may not be included. */
	private static long within(long expected, long open, long found) {
		return (found > expected && found <= expected + open) ? expected : found;
	}

	private Map<String, Long> accepted(List<LedgerEntryKind> kinds) {
		return count(kinds, WriteOutcome.ACCEPTED);
	}

	private Map<String, Long> unanswered(List<LedgerEntryKind> kinds) {
		return count(kinds, WriteOutcome.UNKNOWN);
	}

	private Map<String, Long> count(List<LedgerEntryKind> kinds, WriteOutcome writeOutcome) {
		return this.entries.stream()
			.filter((entry) -> kinds.contains(entry.kind()) && entry.outcome() == writeOutcome)
			.collect(Collectors.groupingBy(LedgerEntry::key, Collectors.counting()));
	}

	/** Creates a finding for each missing or additional effect. */
	static Stream<LedgerFinding> differences(long expected, long found, String what) {
		var fault = (found < expected) ? Fault.LOST : Fault.TWICE;
		return IntStream.range(0, (int) Math.abs(found - expected))
			.mapToObj((_) -> new LedgerFinding(fault, "%s %d times instead of %d".formatted(what, found, expected)));
	}

}
