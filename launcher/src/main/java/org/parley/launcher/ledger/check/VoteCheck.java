package org.parley.launcher.ledger.check;

import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.ledger.DatabaseRecord;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.LedgerFinding.Fault;
import org.parley.launcher.ledger.LedgerVote;
import org.parley.launcher.ledger.VoteScore;
import org.parley.launcher.ledger.WitnessRecord;

/**
 * Compares votes: each accepted one is stored, and the sums that the service and the
 * listener have are those of the stored ones.
 *
 * @param accepted each ballot with the value that was accepted last
 * @param stored what the databases hold
 * @param heard what the listener was told
 */
record VoteCheck(Map<LedgerVote, Integer> accepted, DatabaseRecord stored, WitnessRecord heard) {

	Stream<LedgerFinding> findings() {
		return Stream.of(ballots(), sums()).flatMap((findings) -> findings);
	}

	private Stream<LedgerFinding> ballots() {
		return this.accepted.entrySet()
			.stream()
			.filter((vote) -> !vote.getValue().equals(this.stored.votes().get(vote.getKey())))
			.map((vote) -> new LedgerFinding(Fault.LOST,
					"The vote of %s on %s is stored as %s instead of %d".formatted(vote.getKey().voter(),
							vote.getKey().target(), this.stored.votes().get(vote.getKey()), vote.getValue())));
	}

	private Stream<LedgerFinding> sums() {
		return this.stored.votes()
			.entrySet()
			.stream()
			.collect(Collectors.groupingBy((vote) -> vote.getKey().target(),
					Collectors.mapping(Entry::getValue, Collectors.toList())))
			.entrySet()
			.stream()
			.flatMap((target) -> sums(target.getKey(), VoteScore.of(target.getValue())));
	}

	private Stream<LedgerFinding> sums(String target, VoteScore voteScore) {
		var counted = this.stored.scores().getOrDefault(target, 0);
		var told = this.heard.scores().getOrDefault(target, VoteScore.NONE);
		return Stream.of(differences(voteScore.sum(), counted, "Votes on %s are counted".formatted(target)),
				DatabaseCheck.differences(0, told.beyond(voteScore),
						"Votes on %s that nobody cast were heard".formatted(target)),
				missing(target, voteScore.beyond(told)))
			.flatMap((findings) -> findings);
	}

	/** A sum that is nearer to nought has lost votes, whichever way they went. */
	private static Stream<LedgerFinding> differences(int expected, int counted, String what) {
		return (expected < 0) ? DatabaseCheck.differences(-expected, -counted, what)
				: DatabaseCheck.differences(expected, counted, what);
	}

	private static Stream<LedgerFinding> missing(String target, int votes) {
		return Stream.generate(() -> new LedgerFinding(Fault.LOST, "A vote on %s was not heard".formatted(target)))
			.limit(votes);
	}

}
