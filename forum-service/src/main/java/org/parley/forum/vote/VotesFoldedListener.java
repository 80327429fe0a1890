package org.parley.forum.vote;

import org.parley.forum.counter.VotesFolded;
import org.parley.forum.member.Members;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells others of votes when they are folded, in the same transaction. */
@Component
class VotesFoldedListener {

	private final Members members;

	private final ApplicationEventPublisher publisher;

	VotesFoldedListener(Members members, ApplicationEventPublisher publisher) {
		this.members = members;
		this.publisher = publisher;
	}

	@EventListener
	void on(VotesFolded sum) {
		var author = this.members.author(sum.target().authorId()).signature();
		this.publisher.publishEvent(VotesChanged.of(sum, author));
	}

}
