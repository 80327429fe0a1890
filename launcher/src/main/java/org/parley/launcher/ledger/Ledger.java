package org.parley.launcher.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What many writers have asked for and what they were told. */
public final class Ledger {

	private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

	private final AtomicInteger size = new AtomicInteger();

	private final Map<Ballot, Integer> votes = new ConcurrentHashMap<>();

	public void add(Entry entry) {
		this.entries.add(entry);
		this.size.incrementAndGet();
	}

	/** An accepted vote. */
	public void add(Ballot ballot, int value) {
		this.votes.put(ballot, value);
	}

	public int size() {
		return this.size.get();
	}

	public List<Entry> entries() {
		return new ArrayList<>(this.entries);
	}

	/** How many of a kind were accepted, by what they are about. */
	public Map<String, Long> accepted(Kind kind, Function<Entry, String> about) {
		return count(kind, Outcome.ACCEPTED, about);
	}

	/** How many of a kind were never answered. */
	public Map<String, Long> unanswered(Kind kind, Function<Entry, String> about) {
		return count(kind, Outcome.UNKNOWN, about);
	}

	private Map<String, Long> count(Kind kind, Outcome outcome, Function<Entry, String> about) {
		return this.entries.stream()
			.filter((entry) -> entry.kind() == kind && entry.outcome() == outcome)
			.collect(Collectors.groupingBy(about, Collectors.counting()));
	}

	/** The votes that count, as they were accepted last. */
	public Map<Ballot, Integer> votes() {
		return Map.copyOf(this.votes);
	}

}
