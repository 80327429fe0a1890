package org.parley.launcher.ledger.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.ledger.LedgerEffect;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.LedgerFinding.Fault;
import org.parley.launcher.ledger.WitnessRecord;

/**
 * Whether effects came in the order that writers could know of: what was answered before
 * another of the same key was sent was applied before it.
 *
 * @param entries of the ledger
 * @param heard what the listener has applied
 */
record EffectOrderCheck(List<LedgerEntry> entries, WitnessRecord heard) {

	Stream<LedgerFinding> findings() {
		var places = places();
		return this.entries.stream()
			.filter((ledgerEntry) -> ledgerEntry.isAccepted() && places.containsKey(ledgerEntry.effect()))
			.collect(Collectors.groupingBy(LedgerEntry::key))
			.values()
			.stream()
			.flatMap((ofKey) -> findings(ofKey, places));
	}

	private Map<@Nullable LedgerEffect, Integer> places() {
		var places = new HashMap<@Nullable LedgerEffect, Integer>();
		for (var event : this.heard.applied()) {
			places.putIfAbsent(event.effect(), places.size());
		}
		return places;
	}

	/**
	 * Goes through the writes as they were sent, with the latest place of all that were
	 * answered until then.
	 */
	private static Stream<LedgerFinding> findings(List<LedgerEntry> ofKey,
			Map<@Nullable LedgerEffect, Integer> places) {
		var findings = new ArrayList<LedgerFinding>();
		var answered = sorted(ofKey, Comparator.comparing(LedgerEntry::answered)).iterator();
		var next = answered.next();
		LedgerEntry latest = null;
		for (var ledgerEntry : sorted(ofKey, Comparator.comparing(LedgerEntry::sent))) {
			while (next.answeredBefore(ledgerEntry)) {
				latest = (latest == null || place(next, places) > place(latest, places)) ? next : latest;
				next = answered.next();
			}
			if (latest != null && place(latest, places) > place(ledgerEntry, places)) {
				findings
					.add(new LedgerFinding(Fault.OUT_OF_ORDER, "%s was applied before %s, which was answered before it"
						.formatted(ledgerEntry.effect(), latest.effect())));
			}
		}
		return findings.stream();
	}

	private static List<LedgerEntry> sorted(List<LedgerEntry> entries, Comparator<LedgerEntry> order) {
		return entries.stream().sorted(order).toList();
	}

	private static int place(LedgerEntry ledgerEntry, Map<@Nullable LedgerEffect, Integer> places) {
		return places.getOrDefault(ledgerEntry.effect(), 0);
	}

}
