package org.parley.resilience.ledger.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;
import org.parley.resilience.ledger.WitnessRecord;

/**
 * Checks the order of effects: a write that was answered before another of the same key
 * was sent must be applied first.
 *
 * @param entries the ledger's entries
 * @param witnessRecord the events applied by the witness
 */
record EffectOrderCheck(List<LedgerEntry> entries, WitnessRecord witnessRecord) {

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
		for (var event : this.witnessRecord.applied()) {
			places.putIfAbsent(event.effect(), places.size());
		}
		return places;
	}

	/**
	 * Iterates over the writes in the order of sending, with the latest position of all
	 * writes answered before.
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
