package org.parley.forum.vote;

import org.parley.forum.counter.VotesFolded;
import org.parley.forum.member.Members;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes {@link VotesChanged} when votes are folded, in the same transaction. */
@Component
class VotesFoldedListener {

	private final Members members;

	private final ApplicationEventPublisher publisher;

	VotesFoldedListener(Members members, ApplicationEventPublisher publisher) {
		this.members = members;
		this.publisher = publisher;
	}

	@EventListener
	void onVotesFolded(VotesFolded totals) {
		var author = this.members.author(totals.target().authorId()).signature();
		this.publisher.publishEvent(VotesChanged.of(totals, author));
	}

}
