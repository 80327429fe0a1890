package org.parley.forum.vote;

import java.util.Locale;

import org.parley.forum.counter.VotesFolded;
import org.parley.forum.member.PersonReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * The votes on a thread or a post came to another sum.
 *
 * @param target {@code thread} or {@code post}
 * @param id of the thread or the post
 * @param threadId the thread
 * @param number the post's number; 1 for a thread
 * @param author who wrote it
 * @param up how many are for it
 * @param down how many are against it
 * @param score up minus down
 * @param version grows with every fold
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
