package org.parley.notification.post;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.Role;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Looks again at votes that came before their posts. */
@Component
class TellEarlyVotes implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(TellEarlyVotes.class);

	private static final int BATCH = 50;

	private final EarlyVotes votes;

	private final TellVotes telling;

	private final UnitOfWork work;

	private final Role role;

	TellEarlyVotes(EarlyVotes votes, TellVotes telling, UnitOfWork work, Role role) {
		this.votes = votes;
		this.telling = telling;
		this.work = work;
		this.role = role;
	}

	@Override
	public boolean waits() {
		return this.role.works() && this.votes.areDue();
	}

	@Override
	public boolean doBatch() {
		var due = this.votes.due(BATCH);
		due.forEach(this::tellQuietly);
		return due.size() == BATCH;
	}

	private void tellQuietly(EarlyVotes.EarlyVote early) {
		try {
			this.work.run(() -> tell(early));
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("Early votes cannot be told now");
			this.votes.postpone(early);
		}
	}

	private boolean tell(EarlyVotes.EarlyVote early) {
		var isTold = this.telling.tell(early.vote());
		if (isTold) {
			this.votes.remove(early);
		}
		else {
			this.votes.postpone(early);
		}
		return isTold;
	}

}
