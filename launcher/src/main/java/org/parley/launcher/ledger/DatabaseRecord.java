package org.parley.launcher.ledger;

import java.util.Map;

/**
 * What the databases of the services hold.
 *
 * @param marks how many posts, threads or accounts bear a mark
 * @param versions the version of each thread and account, by its id
 * @param replies how many replies each thread says it has, by its id
 * @param votes each ballot with its value
 * @param scores what the votes on each post come to, by its own account
 */
public record DatabaseRecord(Map<String, Integer> marks, Map<String, Long> versions, Map<String, Integer> replies,
		Map<LedgerVote, Integer> votes, Map<String, Integer> scores) {

	public DatabaseRecord {
		marks = Map.copyOf(marks);
		versions = Map.copyOf(versions);
		replies = Map.copyOf(replies);
		votes = Map.copyOf(votes);
		scores = Map.copyOf(scores);
	}

}
