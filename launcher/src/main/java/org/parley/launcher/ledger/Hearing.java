package org.parley.launcher.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Finding.Fault;
import org.parley.launcher.ledger.Heard.Applied;

/**
 * Compares with a listener: each accepted write has had its effect once, and nothing else
 * has had one.
 *
 * @param entries of the ledger
 * @param heard what the listener has applied
 */
record Hearing(List<Entry> entries, Heard heard) {

	Stream<Finding> findings() {
		return Stream.concat(accepted(), others());
	}

	private Stream<Finding> accepted() {
		var times = times();
		return expected().stream()
			.flatMap((effect) -> Storage.differences(1, times.getOrDefault(effect, 0L), effect + " was applied"));
	}

	/**
	 * Effects on what the ledger knows, and that nobody was told of; only of the types
	 * that writers bring about.
	 */
	private Stream<Finding> others() {
		var expected = expected();
		var types = expected.stream().map(Effect::type).collect(Collectors.toSet());
		var known = this.entries.stream().map(Entry::key).collect(Collectors.toSet());
		var doubtful = this.entries.stream()
			.filter((entry) -> entry.outcome() == Outcome.UNKNOWN)
			.map(Entry::key)
			.collect(Collectors.toSet());
		return this.heard.applied()
			.stream()
			.filter((event) -> known.contains(event.key()) && !doubtful.contains(event.key()))
			.map(Applied::effect)
			.filter((effect) -> types.contains(effect.type()) && !expected.contains(effect))
			.map((effect) -> new Finding(Fault.TWICE, effect + " was applied, and nobody had it accepted"));
	}

	private Set<Effect> expected() {
		return this.entries.stream()
			.filter(Entry::isAccepted)
			.map(Entry::effect)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	private Map<Effect, Long> times() {
		return this.heard.applied().stream().collect(Collectors.groupingBy(Applied::effect, Collectors.counting()));
	}

}
