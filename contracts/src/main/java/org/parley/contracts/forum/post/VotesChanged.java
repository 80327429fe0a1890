package org.parley.contracts.forum.post;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * The vote totals of a post changed. Those of an opening post are those of its thread.
 *
 * @param target {@code thread} or {@code post}
 * @param id the id of the thread or post
 * @param number the post's number; 1 for a thread
 * @param author the author of the thread or post
 * @param up the number of votes up
 * @param down the number of votes down
 * @param score up minus down
 * @param version grows with every batch
 */
@Publishes("votes.changed")
public record VotesChanged(String target, String id, String threadId, int number, PersonReference author, int up,
		int down, int score, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.id;
	}

	@Override
	public String partitionKey() {
		return this.threadId;
	}

}
