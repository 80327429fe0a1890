package org.parley.forum.vote;

import java.util.Locale;

import org.parley.contracts.forum.post.VotesChanged;
import org.parley.forum.counter.VotesAggregated;
import org.parley.forum.member.Members;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes {@link VotesChanged} when votes are aggregated, in the same transaction. */
@Component
class VotesAggregatedListener {

	private final Members members;

	private final ApplicationEventPublisher publisher;

	VotesAggregatedListener(Members members, ApplicationEventPublisher publisher) {
		this.members = members;
		this.publisher = publisher;
	}

	@EventListener
	void onVotesAggregated(VotesAggregated totals) {
		var author = this.members.author(totals.target().authorId()).signature();
		var target = totals.target();
		this.publisher.publishEvent(new VotesChanged(target.kind().name().toLowerCase(Locale.ROOT), target.targetId(),
				target.threadId(), target.number(), author, totals.up(), totals.down(), totals.up() - totals.down(),
				totals.batch()));
	}

}
