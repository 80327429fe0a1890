package org.parley.notification.post;

import org.parley.notification.news.Actor;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes votes; votes on unknown posts are stored for later. */
@EventConsumer("notifications")
class VoteMilestoneListener {

	private final NotifyVoteMilestone notifyVoteMilestone;

	private final EarlyVotes earlyVotes;

	VoteMilestoneListener(NotifyVoteMilestone notifyVoteMilestone, EarlyVotes earlyVotes) {
		this.notifyVoteMilestone = notifyVoteMilestone;
		this.earlyVotes = earlyVotes;
	}

	@EventHandler("votes.changed")
	void on(Votes votes) {
		var vote = new NotifyVoteMilestone.Vote(votes.target(), votes.id(), votes.threadId(), votes.author().id(),
				votes.up());
		if (!this.notifyVoteMilestone.notify(vote)) {
			this.earlyVotes.add(vote);
		}
	}

	/** All votes on a thread or a post. */
	record Votes(String target, String id, String threadId, Actor author, int up) {
	}

}
