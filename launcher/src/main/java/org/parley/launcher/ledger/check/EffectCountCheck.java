package org.parley.launcher.ledger.check;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.LedgerFinding;

/**
 * Compares how often something came of each accepted write with how often it must have.
 *
 * @param what came of it, as a sentence with a place for its name
 * @param expected how often, by name
 * @param open how much more often it may have, as nobody was told whether it would
 * @param found how often it has
 */
public record EffectCountCheck(String what, Map<String, Long> expected, Map<String, Long> open,
		Map<String, Long> found) {

	/** Where every write was answered. */
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
