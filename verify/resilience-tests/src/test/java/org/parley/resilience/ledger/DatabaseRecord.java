package org.parley.resilience.ledger;

import java.util.Map;

/**
 * The content of the services' databases.
 *
 * @param marks number of posts, threads or accounts with each mark
 * @param versions the version of each thread and account by id
 * @param replies the reply counter of each thread by id
 * @param votes each stored vote with its value
 * @param scores the vote score of each post by id
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
