package org.parley.notification.round;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.parley.notification.following.Subscriptions;
import org.parley.notification.notification.News;
import org.parley.notification.notification.Telling;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.Role;
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
class GoingRound implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(GoingRound.class);

	private static final int ROUNDS = 20;

	private static final int PAGE = 20;

	private static final int PATIENCE = 4;

	private final Rounds rounds;

	private final Subscriptions subscriptions;

	private final Telling telling;

	private final UnitOfWork work;

	private final Role role;

	private final InstantSource clock;

	GoingRound(Rounds rounds, Subscriptions subscriptions, Telling telling, UnitOfWork work, Role role,
			InstantSource clock) {
		this.rounds = rounds;
		this.subscriptions = subscriptions;
		this.telling = telling;
		this.work = work;
		this.role = role;
		this.clock = clock;
	}

	@Override
	public boolean waits() {
		return this.role.works() && this.rounds.areDue();
	}

	@Override
	public boolean doBatch() {
		var due = this.rounds.due(ROUNDS);
		due.forEach(this::goQuietly);
		return !due.isEmpty();
	}

	private void goQuietly(Round due) {
		try {
			this.work.run(() -> {
				this.rounds.find(due.source()).ifPresent(this::go);
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

	private void go(Round round) {
		if (round.news() == null) {
			this.telling.takeBack(round.source(), round.after())
				.ifPresentOrElse((last) -> goOn(round, last), () -> this.rounds.remove(round.source()));
		}
		else {
			tell(round, round.news());
		}
	}

	private void tell(Round round, News news) {
		var size = (round.tries() == 0) ? PAGE : 1;
		var page = next(round, size);
		page.stream().distinct().forEach((userId) -> this.telling.tell(userId, news));
		if (page.size() < size) {
			this.rounds.remove(round.source());
		}
		else {
			goOn(round, page.getLast());
		}
	}

	private List<String> next(Round round, int size) {
		return this.subscriptions.followers(round.targets(), round.before(), round.after(), size);
	}

	private void goOn(Round round, String last) {
		this.rounds.keep(round.upTo(last, this.clock.instant()));
	}

	private void failed(Round round) {
		if (round.news() != null && round.tries() >= PATIENCE) {
			this.work.run(() -> {
				this.rounds.find(round.source()).ifPresent(this::passOver);
				return round;
			});
		}
		else {
			this.rounds.postpone(round, Duration.ofSeconds(1L << Math.min(round.tries(), PATIENCE)));
		}
	}

	private void passOver(Round round) {
		next(round, 1).forEach((userId) -> {
			log.atWarn().addKeyValue("source", round.source()).log("A follower is passed over");
			goOn(round, userId);
		});
	}

}
