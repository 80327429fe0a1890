package org.parley.resilience.ledger.check;

import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.resilience.ledger.DatabaseRecord;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;
import org.parley.resilience.ledger.LedgerVote;
import org.parley.resilience.ledger.VoteScore;
import org.parley.resilience.ledger.WitnessRecord;

/**
 * Checks votes: each accepted vote is stored, and the scores of the service and the
 * witness match the stored votes.
 *
 * @param accepted each vote with the last accepted value
 * @param stored the content of the databases
 * @param witnessRecord the scores received by the witness
 */
record VoteCheck(Map<LedgerVote, Integer> accepted, DatabaseRecord stored, WitnessRecord witnessRecord) {

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
		var received = this.witnessRecord.scores().getOrDefault(target, VoteScore.NONE);
		return Stream
			.of(differences(voteScore.sum(), counted, "Votes on %s are counted".formatted(target)),
					DatabaseCheck.differences(0, received.beyond(voteScore),
							"Unknown votes on %s were received".formatted(target)),
					missing(target, voteScore.beyond(received)))
			.flatMap((findings) -> findings);
	}

	/** A score closer to zero than expected has lost votes. */
	private static Stream<LedgerFinding> differences(int expected, int counted, String what) {
		return (expected < 0) ? DatabaseCheck.differences(-expected, -counted, what)
				: DatabaseCheck.differences(expected, counted, what);
	}

	private static Stream<LedgerFinding> missing(String target, int votes) {
		return Stream.generate(() -> new LedgerFinding(Fault.LOST, "A vote on %s was not received".formatted(target)))
			.limit(votes);
	}

}
