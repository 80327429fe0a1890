package org.parley.notification.post;

import org.parley.notification.notification.Actor;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Hears how posts are liked. Votes on a post that is not known yet are kept. */
@EventConsumer("notifications")
class VoteMilestoneListener {

	private final NotifyVoteMilestone telling;

	private final EarlyVotes early;

	VoteMilestoneListener(NotifyVoteMilestone telling, EarlyVotes early) {
		this.telling = telling;
		this.early = early;
	}

	@EventHandler("votes.changed")
	void on(Votes votes) {
		var vote = new NotifyVoteMilestone.Vote(votes.target(), votes.id(), votes.threadId(), votes.author().id(),
				votes.up());
		if (!this.telling.tell(vote)) {
			this.early.keep(vote);
		}
	}

	/** The votes on a thread or a post, as the forum tells of them. */
	record Votes(String target, String id, String threadId, Actor author, int up) {
	}

}
