package org.parley.resilience.ledger.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;
import org.parley.resilience.ledger.WitnessRecord;
import org.parley.resilience.ledger.WitnessRecord.Applied;
import org.parley.resilience.ledger.WriteOutcome;

/**
 * Compares the ledger with the witness: each accepted write had its effect once, and
 * there are no other effects.
 *
 * @param entries the ledger's entries
 * @param witnessRecord the events applied by the witness
 */
record WitnessCheck(List<LedgerEntry> entries, WitnessRecord witnessRecord) {

	Stream<LedgerFinding> findings() {
		return Stream.concat(accepted(), others());
	}

	private Stream<LedgerFinding> accepted() {
		var times = times();
		return expected().stream()
			.flatMap((effect) -> DatabaseCheck.differences(1, times.getOrDefault(effect, 0L), effect + " was applied"));
	}

	/**
	 * Finds effects without an accepted write, for the keys and event types of the
	 * ledger.
	 */
	private Stream<LedgerFinding> others() {
		var expected = expected();
		var types = expected.stream().map(LedgerEffect::type).collect(Collectors.toSet());
		var known = this.entries.stream().map(LedgerEntry::key).collect(Collectors.toSet());
		var doubtful = this.entries.stream()
			.filter((entry) -> entry.outcome() == WriteOutcome.UNKNOWN)
			.map(LedgerEntry::key)
			.collect(Collectors.toSet());
		return this.witnessRecord.applied()
			.stream()
			.filter((event) -> known.contains(event.key()) && !doubtful.contains(event.key()))
			.map(Applied::effect)
			.filter((effect) -> types.contains(effect.type()) && !expected.contains(effect))
			.map((effect) -> new LedgerFinding(Fault.TWICE, effect + " was applied without an accepted write"));
	}

	private Set<LedgerEffect> expected() {
		return this.entries.stream()
			.filter(LedgerEntry::isAccepted)
			.map(LedgerEntry::effect)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	private Map<LedgerEffect, Long> times() {
		return this.witnessRecord.applied()
			.stream()
			.collect(Collectors.groupingBy(Applied::effect, Collectors.counting()));
	}

}
