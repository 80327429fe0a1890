package org.parley.forum.vote;

import java.time.InstantSource;

import org.parley.forum.counter.CounterJournal;
import org.parley.forum.counter.CounterTarget;
import org.parley.forum.member.Member;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Casts a vote on a post. */
@Component
public class CastVote {

	private final Votes votes;

	private final CounterJournal counterJournal;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	CastVote(Votes votes, CounterJournal counterJournal, UnitOfWork unitOfWork, InstantSource clock) {
		this.votes = votes;
		this.counterJournal = counterJournal;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/**
	 * Sets the member's vote to a value. The same value again changes nothing.
	 * @throws org.parley.platform.domain.RefusalException 403 {@code vote.own}
	 */
	public VoteView cast(Member voter, CounterTarget target, int value) {
		var vote = Vote.of(voter.id(), target, value, this.clock.instant());
		this.unitOfWork.run(() -> replace(vote, target));
		return new VoteView(value, this.votes.countScore(target.targetId()));
	}

	private void replace(Vote vote, CounterTarget target) {
		var known = this.votes.find(vote.id());
		var before = known.map(Vote::value).orElse(0);
		if (before != vote.value()) {
			known.ifPresentOrElse((_) -> this.votes.update(vote), () -> this.votes.insert(vote));
			this.counterJournal.recordVote(target, before, vote.value());
		}
	}

	/**
	 * A vote and the resulting score.
	 *
	 * @param value the member's vote
	 * @param voteScore votes up minus votes down, this vote included
	 */
	public record VoteView(int value, int voteScore) {
	}

}
