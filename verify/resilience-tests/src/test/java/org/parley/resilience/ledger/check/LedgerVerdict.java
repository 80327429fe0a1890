package org.parley.resilience.ledger.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.resilience.ledger.DatabaseRecord;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;
import org.parley.resilience.ledger.WitnessRecord;
import org.parley.resilience.ledger.WitnessRecord.Applied;
import org.parley.resilience.ledger.WriteOutcome;

/**
 * The result of all checks: whether each accepted write had its effect, once and in
 * order.
 *
 * @param accepted number of accepted writes
 * @param refused number of refused writes
 * @param resolved number of writes answered after an indefinite attempt
 * @param unknown number of writes with an unknown outcome
 * @param repeated number of redeliveries, which are allowed
 * @param delays times from the response to the effect, ascending
 * @param findings the violated guarantees
 */
public record LedgerVerdict(long accepted, long refused, long resolved, long unknown, long repeated,
		List<Duration> delays, List<LedgerFinding> findings) {

	public LedgerVerdict {
		delays = List.copyOf(delays);
		findings = List.copyOf(findings);
	}

	/**
	 * Compares the ledger with the databases, the posts visible to readers, and the
	 * witness.
	 * @param shown for each sampled mark, whether its post was read through the gateway
	 */
	public static LedgerVerdict of(Ledger ledger, DatabaseRecord databaseRecord, Map<String, Boolean> shown,
			WitnessRecord witnessRecord) {
		var entries = ledger.entries();
		var findings = Stream
			.of(new DatabaseCheck(entries, databaseRecord).findings(), new ReaderViewCheck(shown).findings(),
					new WitnessCheck(entries, witnessRecord).findings(),
					new EffectOrderCheck(entries, witnessRecord).findings(),
					new VoteCheck(ledger.votes(), databaseRecord, witnessRecord).findings())
			.flatMap((some) -> some)
			.toList();
		return new LedgerVerdict(count(entries, WriteOutcome.ACCEPTED), count(entries, WriteOutcome.REFUSED),
				entries.stream()
					.filter((ledgerEntry) -> ledgerEntry.doubted() && ledgerEntry.outcome() != WriteOutcome.UNKNOWN)
					.count(),
				count(entries, WriteOutcome.UNKNOWN),
				Math.max(0, witnessRecord.deliveries() - witnessRecord.applied().size()),
				delays(entries, witnessRecord), findings);
	}

	private static long count(List<LedgerEntry> entries, WriteOutcome writeOutcome) {
		return entries.stream().filter((ledgerEntry) -> ledgerEntry.outcome() == writeOutcome).count();
	}

	private static List<Duration> delays(List<LedgerEntry> entries, WitnessRecord witnessRecord) {
		var times = witnessRecord.applied()
			.stream()
			.collect(Collectors.toMap(Applied::effect, Applied::at, (first, _) -> first));
		return entries.stream()
			.filter((ledgerEntry) -> ledgerEntry.effect() != null && times.containsKey(ledgerEntry.effect()))
			.map((ledgerEntry) -> delay(ledgerEntry, times))
			.sorted(Comparator.naturalOrder())
			.toList();
	}

	/** An effect can precede the response; the delay is zero then. */
	private static Duration delay(LedgerEntry ledgerEntry, Map<LedgerEffect, Instant> times) {
		var effect = Objects.requireNonNull(ledgerEntry.effect());
		var delay = Duration.between(ledgerEntry.answered(), times.getOrDefault(effect, ledgerEntry.answered()));
		return delay.isNegative() ? Duration.ZERO : delay;
	}

	/** Returns this verdict with additional findings. */
	public LedgerVerdict withFindings(List<LedgerFinding> more) {
		return new LedgerVerdict(this.accepted, this.refused, this.resolved, this.unknown, this.repeated, this.delays,
				Stream.concat(this.findings.stream(), more.stream()).toList());
	}

	/** Returns a percentile of the delays. */
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

	/** Checks that no guarantee is violated. */
	public boolean isPassed() {
		return Arrays.stream(Fault.values()).allMatch((fault) -> count(fault) == 0);
	}

}
