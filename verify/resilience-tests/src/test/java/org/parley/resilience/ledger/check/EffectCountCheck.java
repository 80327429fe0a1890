package org.parley.resilience.ledger.check;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.resilience.ledger.LedgerFinding;

/**
 * Compares the number of effects of each accepted write with the expected number.
 *
 * @param what the effect, as a format with a placeholder for the name
 * @param expected expected number by name
 * @param open number of additional effects of writes with an unknown outcome
 * @param found actual number by name
 */
public record EffectCountCheck(String what, Map<String, Long> expected, Map<String, Long> open,
		Map<String, Long> found) {

	/** Creates a check without unknown outcomes. */
	public EffectCountCheck(String what, Map<String, Long> expected, Map<String, Long> found) {
		this(what, expected, Map.of(), found);
	}

	public Stream<LedgerFinding> findings() {
		return Stream.of(this.expected, this.open)
			.flatMap((names) -> names.keySet().stream())
			.distinct()
			.flatMap(this::findings);
	}

	private Stream<LedgerFinding> findings(String name) {
		long least = this.expected.getOrDefault(name, 0L);
		long most = least + this.open.getOrDefault(name, 0L);
		long times = this.found.getOrDefault(name, 0L);
		return DatabaseCheck.differences(Math.clamp(times, least, most), times, this.what.formatted(name));
	}

}
