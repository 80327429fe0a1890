package org.parley.notification.fanout;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.follow.FollowedTargets;
import org.parley.notification.news.NotificationNews;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Processes one page of each due round in turn, so that a thread with many followers does
 * not delay others. A failed page is retried one follower at a time; a follower is
 * skipped after five failures.
 */
@Component
class FollowerFanOutWorker implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(FollowerFanOutWorker.class);

	private static final int ROUNDS = 20;

	private static final int PAGE = 20;

	private static final int MAX_RETRIES = 4;

	private final FanOutRounds fanOutRounds;

	private final FollowedTargets followedTargets;

	private final NotificationDispatcher notificationDispatcher;

	private final UnitOfWork unitOfWork;

	private final ProcessRole processRole;

	private final InstantSource clock;

	FollowerFanOutWorker(FanOutRounds fanOutRounds, FollowedTargets followedTargets,
			NotificationDispatcher notificationDispatcher, UnitOfWork unitOfWork, ProcessRole processRole,
			InstantSource clock) {
		this.fanOutRounds = fanOutRounds;
		this.followedTargets = followedTargets;
		this.notificationDispatcher = notificationDispatcher;
		this.unitOfWork = unitOfWork;
		this.processRole = processRole;
		this.clock = clock;
	}

	@Override
	public boolean waits() {
		return this.processRole.works() && this.fanOutRounds.hasDue();
	}

	@Override
	public boolean doBatch() {
		var due = this.fanOutRounds.findDue(ROUNDS);
		due.forEach(this::continueOrPostpone);
		return !due.isEmpty();
	}

	private void continueOrPostpone(FanOutRound due) {
		try {
			this.unitOfWork.run(() -> {
				this.fanOutRounds.find(due.source()).ifPresent(this::continueRound);
				return due;
			});
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("source", due.source())
				.addKeyValue("cause", ex.getClass().getName())
				.log("Notifying followers failed");
			handleFailure(due);
		}
	}

	private void continueRound(FanOutRound round) {
		if (round.news() == null) {
			this.notificationDispatcher.withdraw(round.source(), round.after())
				.ifPresentOrElse((last) -> saveProgress(round, last), () -> this.fanOutRounds.remove(round.source()));
		}
		else {
			notifyPage(round, round.news());
		}
	}

	private void notifyPage(FanOutRound round, NotificationNews news) {
		var size = (round.tries() == 0) ? PAGE : 1;
		var page = nextFollowers(round, size);
		page.stream().distinct().forEach((userId) -> this.notificationDispatcher.notifyUser(userId, news));
		if (page.size() < size) {
			this.fanOutRounds.remove(round.source());
		}
		else {
			saveProgress(round, page.getLast());
		}
	}

	private List<String> nextFollowers(FanOutRound round, int size) {
		return this.followedTargets.findFollowers(round.targets(), round.before(), round.after(), size);
	}

	private void saveProgress(FanOutRound round, String last) {
		this.fanOutRounds.save(round.continuedAfter(last, this.clock.instant()));
	}

	private void handleFailure(FanOutRound round) {
		if (round.news() != null && round.tries() >= MAX_RETRIES) {
			this.unitOfWork.run(() -> {
				this.fanOutRounds.find(round.source()).ifPresent(this::skipFollower);
				return round;
			});
		}
		else {
			this.fanOutRounds.postpone(round, Duration.ofSeconds(1L << Math.min(round.tries(), MAX_RETRIES)));
		}
	}

	private void skipFollower(FanOutRound round) {
		nextFollowers(round, 1).forEach((userId) -> {
			log.atWarn().addKeyValue("source", round.source()).log("Skipped a follower after repeated failures");
			saveProgress(round, userId);
		});
	}

}
