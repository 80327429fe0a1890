package org.parley.launcher.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

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

	/** The votes that count, as they were accepted last. */
	public Map<Ballot, Integer> votes() {
		return Map.copyOf(this.votes);
	}

}
