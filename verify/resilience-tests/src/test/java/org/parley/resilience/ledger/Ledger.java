package org.parley.resilience.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The writes that were sent and their outcomes. */
public final class Ledger {

	private final Queue<LedgerEntry> entries = new ConcurrentLinkedQueue<>();

	private final AtomicInteger size = new AtomicInteger();

	private final Map<LedgerVote, Integer> votes = new ConcurrentHashMap<>();

	public void add(LedgerEntry ledgerEntry) {
		this.entries.add(ledgerEntry);
		this.size.incrementAndGet();
	}

	/** Records an accepted vote. */
	public void add(LedgerVote ledgerVote, int value) {
		this.votes.put(ledgerVote, value);
	}

	public int size() {
		return this.size.get();
	}

	public List<LedgerEntry> entries() {
		return new ArrayList<>(this.entries);
	}

	/** Counts the accepted writes of a kind, grouped by a property. */
	public Map<String, Long> accepted(LedgerEntryKind ledgerEntryKind, Function<LedgerEntry, String> about) {
		return count(ledgerEntryKind, WriteOutcome.ACCEPTED, about);
	}

	/** Counts the writes of a kind with an unknown outcome, grouped by a property. */
	public Map<String, Long> unanswered(LedgerEntryKind ledgerEntryKind, Function<LedgerEntry, String> about) {
		return count(ledgerEntryKind, WriteOutcome.UNKNOWN, about);
	}

	private Map<String, Long> count(LedgerEntryKind ledgerEntryKind, WriteOutcome writeOutcome,
			Function<LedgerEntry, String> about) {
		return this.entries.stream()
			.filter((ledgerEntry) -> ledgerEntry.kind() == ledgerEntryKind && ledgerEntry.outcome() == writeOutcome)
			.collect(Collectors.groupingBy(about, Collectors.counting()));
	}

	/** Returns the last accepted value of each vote. */
	public Map<LedgerVote, Integer> votes() {
		return Map.copyOf(this.votes);
	}

}
