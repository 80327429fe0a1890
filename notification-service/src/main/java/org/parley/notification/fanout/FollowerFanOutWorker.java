package org.parley.notification.fanout;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.parley.notification.follow.FollowedTargets;
import org.parley.notification.notification.NotificationDispatcher;
import org.parley.notification.notification.NotificationNews;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Goes on with rounds, a page of each in turn, so that a thread that thousands follow
 * holds up no other. A page that fails is made again one person at a time; who cannot be
 * told after some tries is passed over.
 */
@Component
class FollowerFanOutWorker implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(FollowerFanOutWorker.class);

	private static final int ROUNDS = 20;

	private static final int PAGE = 20;

	private static final int PATIENCE = 4;

	private final FanOutRounds fanOutRounds;

	private final FollowedTargets followedTargets;

	private final NotificationDispatcher notificationDispatcher;

	private final UnitOfWork work;

	private final ProcessRole processRole;

	private final InstantSource clock;

	FollowerFanOutWorker(FanOutRounds fanOutRounds, FollowedTargets followedTargets,
			NotificationDispatcher notificationDispatcher, UnitOfWork work, ProcessRole processRole,
			InstantSource clock) {
		this.fanOutRounds = fanOutRounds;
		this.followedTargets = followedTargets;
		this.notificationDispatcher = notificationDispatcher;
		this.work = work;
		this.processRole = processRole;
		this.clock = clock;
	}

	@Override
	public boolean waits() {
		return this.processRole.works() && this.fanOutRounds.areDue();
	}

	@Override
	public boolean doBatch() {
		var due = this.fanOutRounds.due(ROUNDS);
		due.forEach(this::goQuietly);
		return !due.isEmpty();
	}

	private void goQuietly(FanOutRound due) {
		try {
			this.work.run(() -> {
				this.fanOutRounds.find(due.source()).ifPresent(this::go);
				return due;
			});
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("source", due.source())
				.addKeyValue("cause", ex.getClass().getName())
				.log("Followers cannot be told now");
			failed(due);
		}
	}

	private void go(FanOutRound fanOutRound) {
		if (fanOutRound.news() == null) {
			this.notificationDispatcher.takeBack(fanOutRound.source(), fanOutRound.after())
				.ifPresentOrElse((last) -> goOn(fanOutRound, last),
						() -> this.fanOutRounds.remove(fanOutRound.source()));
		}
		else {
			tell(fanOutRound, fanOutRound.news());
		}
	}

	private void tell(FanOutRound fanOutRound, NotificationNews notificationNews) {
		var size = (fanOutRound.tries() == 0) ? PAGE : 1;
		var page = next(fanOutRound, size);
		page.stream().distinct().forEach((userId) -> this.notificationDispatcher.tell(userId, notificationNews));
		if (page.size() < size) {
			this.fanOutRounds.remove(fanOutRound.source());
		}
		else {
			goOn(fanOutRound, page.getLast());
		}
	}

	private List<String> next(FanOutRound fanOutRound, int size) {
		return this.followedTargets.followers(fanOutRound.targets(), fanOutRound.before(), fanOutRound.after(), size);
	}

	private void goOn(FanOutRound fanOutRound, String last) {
		this.fanOutRounds.keep(fanOutRound.upTo(last, this.clock.instant()));
	}

	private void failed(FanOutRound fanOutRound) {
		if (fanOutRound.news() != null && fanOutRound.tries() >= PATIENCE) {
			this.work.run(() -> {
				this.fanOutRounds.find(fanOutRound.source()).ifPresent(this::passOver);
				return fanOutRound;
			});
		}
		else {
			this.fanOutRounds.postpone(fanOutRound, Duration.ofSeconds(1L << Math.min(fanOutRound.tries(), PATIENCE)));
		}
	}

	private void passOver(FanOutRound fanOutRound) {
		next(fanOutRound, 1).forEach((userId) -> {
			log.atWarn().addKeyValue("source", fanOutRound.source()).log("A follower is passed over");
			goOn(fanOutRound, userId);
		});
	}

}
