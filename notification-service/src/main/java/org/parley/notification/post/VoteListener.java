package org.parley.notification.post;

import org.parley.notification.notification.Actor;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears how posts are liked. Votes on a post that is not known yet are kept. */
@Listens("notifications")
class VoteListener {

	private final TellVotes telling;

	private final EarlyVotes early;

	VoteListener(TellVotes telling, EarlyVotes early) {
		this.telling = telling;
		this.early = early;
	}

	@Hears("votes.changed")
	void on(Votes votes) {
		var vote = new TellVotes.Vote(votes.target(), votes.id(), votes.threadId(), votes.author().id(), votes.up());
		if (!this.telling.tell(vote)) {
			this.early.keep(vote);
		}
	}

	/** The votes on a thread or a post, as the forum tells of them. */
	record Votes(String target, String id, String threadId, Actor author, int up) {
	}

}
