package org.parley.notification.post;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Looks again at votes that came before their posts. */
@Component
class EarlyVoteWorker implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(EarlyVoteWorker.class);

	private static final int BATCH = 50;

	private final EarlyVotes votes;

	private final NotifyVoteMilestone telling;

	private final UnitOfWork work;

	private final ProcessRole processRole;

	EarlyVoteWorker(EarlyVotes votes, NotifyVoteMilestone telling, UnitOfWork work, ProcessRole processRole) {
		this.votes = votes;
		this.telling = telling;
		this.work = work;
		this.processRole = processRole;
	}

	@Override
	public boolean waits() {
		return this.processRole.works() && this.votes.areDue();
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
