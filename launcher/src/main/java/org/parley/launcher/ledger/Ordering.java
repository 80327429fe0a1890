package org.parley.launcher.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.ledger.Finding.Fault;

/**
 * Whether effects came in the order that writers could know of: what was answered before
 * another of the same key was sent was applied before it.
 *
 * @param entries of the ledger
 * @param heard what the listener has applied
 */
record Ordering(List<Entry> entries, Heard heard) {

	Stream<Finding> findings() {
		var places = places();
		return this.entries.stream()
			.filter((entry) -> entry.isAccepted() && places.containsKey(entry.effect()))
			.collect(Collectors.groupingBy(Entry::key))
			.values()
			.stream()
			.flatMap((ofKey) -> findings(ofKey, places));
	}

	private Map<@Nullable Effect, Integer> places() {
		var places = new HashMap<@Nullable Effect, Integer>();
		for (var event : this.heard.applied()) {
			places.putIfAbsent(event.effect(), places.size());
		}
		return places;
	}

	/**
	 * Goes through the writes as they were sent, with the latest place of all that were
	 * answered until then.
	 */
	private static Stream<Finding> findings(List<Entry> ofKey, Map<@Nullable Effect, Integer> places) {
		var findings = new ArrayList<Finding>();
		var answered = sorted(ofKey, Comparator.comparing(Entry::answered)).iterator();
		var next = answered.next();
		Entry latest = null;
		for (var entry : sorted(ofKey, Comparator.comparing(Entry::sent))) {
			while (next.answeredBefore(entry)) {
				latest = (latest == null || place(next, places) > place(latest, places)) ? next : latest;
				next = answered.next();
			}
			if (latest != null && place(latest, places) > place(entry, places)) {
				findings.add(new Finding(Fault.OUT_OF_ORDER, "%s was applied before %s, which was answered before it"
					.formatted(entry.effect(), latest.effect())));
			}
		}
		return findings.stream();
	}

	private static List<Entry> sorted(List<Entry> entries, Comparator<Entry> order) {
		return entries.stream().sorted(order).toList();
	}

	private static int place(Entry entry, Map<@Nullable Effect, Integer> places) {
		return places.getOrDefault(entry.effect(), 0);
	}

}
