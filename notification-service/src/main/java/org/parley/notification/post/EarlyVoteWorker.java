package org.parley.notification.post;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.events.cluster.DueWork;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Processes votes that arrived before their posts. */
@Component
class EarlyVoteWorker extends DueWork {

	private static final Logger log = LoggerFactory.getLogger(EarlyVoteWorker.class);

	private static final int BATCH = 50;

	private final EarlyVotes votes;

	private final NotifyVoteMilestone notifyVoteMilestone;

	private final UnitOfWork unitOfWork;

	private final ProcessRole processRole;

	EarlyVoteWorker(EarlyVotes votes, NotifyVoteMilestone notifyVoteMilestone, UnitOfWork unitOfWork,
			ProcessRole processRole, InstantSource clock) {
		super(clock);
		this.votes = votes;
		this.notifyVoteMilestone = notifyVoteMilestone;
		this.unitOfWork = unitOfWork;
		this.processRole = processRole;
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.processRole.works() ? this.votes.findNextDue() : Optional.empty();
	}

	@Override
	public boolean doBatch() {
		var due = this.votes.findDue(BATCH);
		due.forEach(this::notifyOrPostpone);
		return due.size() == BATCH;
	}

	private void notifyOrPostpone(EarlyVotes.EarlyVote early) {
		try {
			this.unitOfWork.run(() -> process(early));
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("Processing early votes failed");
			this.votes.postpone(early);
		}
	}

	private boolean process(EarlyVotes.EarlyVote early) {
		var decided = this.notifyVoteMilestone.notify(early.vote());
		if (decided) {
			this.votes.remove(early);
		}
		else {
			this.votes.postpone(early);
		}
		return decided;
	}

}
