package org.parley.notification.post;

import org.parley.contracts.forum.post.VotesChanged;
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
	void on(VotesChanged votes) {
		var vote = new NotifyVoteMilestone.Vote(votes.target(), votes.id(), votes.threadId(), votes.author().id(),
				votes.up());
		if (!this.notifyVoteMilestone.notify(vote)) {
			this.earlyVotes.add(vote);
		}
	}

}
