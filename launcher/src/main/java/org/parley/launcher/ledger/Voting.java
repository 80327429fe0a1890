package org.parley.launcher.ledger;

import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Finding.Fault;

/**
 * Compares votes: each accepted one is stored, and the sums that the service and the
 * listener have are those of the stored ones.
 *
 * @param accepted each ballot with the value that was accepted last
 * @param stored what the databases hold
 * @param heard what the listener was told
 */
record Voting(Map<Ballot, Integer> accepted, Stored stored, Heard heard) {

	Stream<Finding> findings() {
		return Stream.of(ballots(), sums()).flatMap((findings) -> findings);
	}

	private Stream<Finding> ballots() {
		return this.accepted.entrySet()
			.stream()
			.filter((vote) -> !vote.getValue().equals(this.stored.votes().get(vote.getKey())))
			.map((vote) -> new Finding(Fault.LOST,
					"The vote of %s on %s is stored as %s instead of %d".formatted(vote.getKey().voter(),
							vote.getKey().target(), this.stored.votes().get(vote.getKey()), vote.getValue())));
	}

	private Stream<Finding> sums() {
		return this.stored.votes()
			.entrySet()
			.stream()
			.collect(Collectors.groupingBy((vote) -> vote.getKey().target(),
					Collectors.mapping(Entry::getValue, Collectors.toList())))
			.entrySet()
			.stream()
			.flatMap((target) -> sums(target.getKey(), Score.of(target.getValue())));
	}

	private Stream<Finding> sums(String target, Score score) {
		var counted = this.stored.scores().getOrDefault(target, 0);
		var told = this.heard.scores().getOrDefault(target, Score.NONE);
		return Stream
			.of(differences(score.sum(), counted, "Votes on %s are counted".formatted(target)),
					Storage.differences(0, told.beyond(score),
							"Votes on %s that nobody cast were heard".formatted(target)),
					missing(target, score.beyond(told)))
			.flatMap((findings) -> findings);
	}

	/** A sum that is nearer to nought has lost votes, whichever way they went. */
	private static Stream<Finding> differences(int expected, int counted, String what) {
		return (expected < 0) ? Storage.differences(-expected, -counted, what)
				: Storage.differences(expected, counted, what);
	}

	private static Stream<Finding> missing(String target, int votes) {
		return Stream.generate(() -> new Finding(Fault.LOST, "A vote on %s was not heard".formatted(target)))
			.limit(votes);
	}

}
