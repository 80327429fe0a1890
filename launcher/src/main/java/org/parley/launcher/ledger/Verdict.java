package org.parley.launcher.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Finding.Fault;
import org.parley.launcher.ledger.Heard.Applied;

/**
 * Whether everything that was accepted has had its effect, once and in order.
 *
 * @param accepted how many writes were
 * @param refused how many writes were
 * @param resolved how many were in doubt for a while, then answered
 * @param unknown how many were never answered
 * @param repeated how many deliveries were repeats, which is nobody's fault
 * @param delays from the answer to the effect, the shortest first
 * @param findings what is wrong
 */
public record Verdict(long accepted, long refused, long resolved, long unknown, long repeated, List<Duration> delays,
		List<Finding> findings) {

	public Verdict {
		delays = List.copyOf(delays);
		findings = List.copyOf(findings);
	}

	/**
	 * Compares the ledger with the databases, with what readers see, and with a listener.
	 * @param shown whether each mark that was looked for was read through the gateway
	 */
	public static Verdict of(Ledger ledger, Stored stored, Map<String, Boolean> shown, Heard heard) {
		var entries = ledger.entries();
		var findings = Stream
			.of(new Storage(entries, stored).findings(), new Showing(shown).findings(),
					new Hearing(entries, heard).findings(), new Ordering(entries, heard).findings(),
					new Voting(ledger.votes(), stored, heard).findings())
			.flatMap((some) -> some)
			.toList();
		return new Verdict(count(entries, Outcome.ACCEPTED), count(entries, Outcome.REFUSED),
				entries.stream().filter((entry) -> entry.doubted() && entry.outcome() != Outcome.UNKNOWN).count(),
				count(entries, Outcome.UNKNOWN), Math.max(0, heard.deliveries() - heard.applied().size()),
				delays(entries, heard), findings);
	}

	private static long count(List<Entry> entries, Outcome outcome) {
		return entries.stream().filter((entry) -> entry.outcome() == outcome).count();
	}

	private static List<Duration> delays(List<Entry> entries, Heard heard) {
		var times = heard.applied()
			.stream()
			.collect(Collectors.toMap(Applied::effect, Applied::at, (first, _) -> first));
		return entries.stream()
			.filter((entry) -> entry.effect() != null && times.containsKey(entry.effect()))
			.map((entry) -> delay(entry, times))
			.sorted(Comparator.naturalOrder())
			.toList();
	}

	/** An effect is often there before the answer; that is no delay. */
	private static Duration delay(Entry entry, Map<Effect, Instant> times) {
		var effect = Objects.requireNonNull(entry.effect());
		var delay = Duration.between(entry.answered(), times.getOrDefault(effect, entry.answered()));
		return delay.isNegative() ? Duration.ZERO : delay;
	}

	/** This verdict with more that is wrong. */
	public Verdict and(List<Finding> more) {
		return new Verdict(this.accepted, this.refused, this.resolved, this.unknown, this.repeated, this.delays,
				Stream.concat(this.findings.stream(), more.stream()).toList());
	}

	/** The delay that so many of a hundred effects did not exceed. */
	public Duration delay(int percentile) {
		return this.delays.isEmpty() ? Duration.ZERO
				: this.delays.get(Math.ceilDiv(this.delays.size() * percentile, 100) - 1);
	}

	public long lost() {
		return count(Fault.LOST);
	}

	public long twice() {
		return count(Fault.TWICE);
	}

	public long outOfOrder() {
		return count(Fault.OUT_OF_ORDER);
	}

	private long count(Fault fault) {
		return this.findings.stream().filter((finding) -> finding.fault() == fault).count();
	}

	/** Nothing is wrong. */
	public boolean holds() {
		return Arrays.stream(Fault.values()).allMatch((fault) -> count(fault) == 0);
	}

}
