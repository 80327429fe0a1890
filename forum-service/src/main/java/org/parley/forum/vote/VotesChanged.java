package org.parley.forum.vote;

import java.util.Locale;

import org.parley.forum.counter.VotesFolded;
import org.parley.forum.member.PersonReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * The vote totals of a post changed. Those of an opening post are those of its thread.
 *
 * @param target {@code thread} or {@code post}
 * @param id the id of the thread or post
 * @param threadId the thread's id
 * @param number the post's number; 1 for a thread
 * @param author the author of the thread or post
 * @param up the number of votes up
 * @param down the number of votes down
 * @param score up minus down
 * @param version grows with every batch
 */
@Publishes("votes.changed")
record VotesChanged(String target, String id, String threadId, int number, PersonReference author, int up, int down,
		int score, long version) implements ParleyEvent {

	static VotesChanged of(VotesFolded sum, PersonReference author) {
		var target = sum.target();
		return new VotesChanged(target.kind().name().toLowerCase(Locale.ROOT), target.targetId(), target.threadId(),
				target.number(), author, sum.up(), sum.down(), sum.up() - sum.down(), sum.batch());
	}

	@Override
	public String subject() {
		return this.id;
	}

	@Override
	public String partitionKey() {
		return this.threadId;
	}

}
