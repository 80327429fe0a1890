package org.parley.notification.fanout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.follow.FollowedTargets;
import org.parley.notification.news.AddressedNews;
import org.parley.notification.news.NotificationNews;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.DueWork;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.mongo.database.DatabaseFailure;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.ProcessRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Processes one page of each claimed round, all pages in one transaction, so that a
 * thread with many followers does not delay others. If that fails, each round is
 * processed alone; its failed page is retried with the users whom the event concerns
 * alone, then one follower at a time. They are skipped after five failures, of which an
 * outage of the database is none.
 */
@Component
class FollowerFanOutWorker extends DueWork {

	private static final Logger log = LoggerFactory.getLogger(FollowerFanOutWorker.class);

	private static final int ROUNDS = 50;

	/** Followers in a transaction, of all rounds together. */
	private static final int FOLLOWERS = 400;

	private static final int MIN_PAGE = 20;

	/** Rounds that become due within this time are processed together. */
	private static final Duration COLLECTING = Duration.ofMillis(200);

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
		super(clock);
		this.fanOutRounds = fanOutRounds;
		this.followedTargets = followedTargets;
		this.notificationDispatcher = notificationDispatcher;
		this.unitOfWork = unitOfWork;
		this.processRole = processRole;
		this.clock = clock;
	}

	/** All workers notify followers; each round is claimed on its own. */
	@Bean
	static ClusterLoop fanOutLoop(FollowerFanOutWorker worker) {
		return new ClusterLoop("fan-out", WorkClaim.none(), worker);
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.processRole.works() ? this.fanOutRounds.findNextDue().map((due) -> due.plus(COLLECTING))
				: Optional.empty();
	}

	@Override
	public boolean doBatch() {
		var claimed = this.fanOutRounds.claimDue(ROUNDS);
		if (claimed.size() == 1 || tryContinue(claimed).isPresent()) {
			claimed.forEach(this::continueOrPostpone);
		}
		return !claimed.isEmpty();
	}

	private void continueOrPostpone(FanOutRound round) {
		tryContinue(List.of(round)).ifPresent((failure) -> handleFailure(round, failure));
	}

	/** Returns the failure, if any. */
	private Optional<RuntimeException> tryContinue(List<FanOutRound> claimed) {
		try {
			this.unitOfWork.run(() -> continueRounds(claimed));
			return Optional.empty();
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("rounds", claimed.size()).setCause(ex).log("Notifying followers failed");
			return Optional.of(ex);
		}
	}

	/** Rounds may have been withdrawn or moved since they were claimed. */
	private void continueRounds(List<FanOutRound> claimed) {
		var rounds = this.fanOutRounds.findAll(claimed.stream().map(FanOutRound::source).toList());
		var followed = followedTargets(rounds);
		var pageSize = Math.max(MIN_PAGE, FOLLOWERS / Math.max(1, rounds.size()));
		var news = new ArrayList<AddressedNews>();
		var continued = new ArrayList<FanOutRound>();
		var finished = new ArrayList<String>();
		for (var round : rounds) {
			var next = (round.news() != null) ? addPage(round, round.news(), followed, pageSize, news)
					: withdrawPage(round);
			next.ifPresentOrElse(continued::add, () -> finished.add(round.source()));
		}
		this.notificationDispatcher.dispatch(news);
		var notified = news.stream().map((one) -> one.recipient().key()).collect(Collectors.toSet());
		rounds.forEach((round) -> markRead(round, notified));
		this.fanOutRounds.replaceAll(continued);
		this.fanOutRounds.removeAll(finished);
	}

	/**
	 * Some have read the posts before they were notified of them. The ids of people whom
	 * the event concerns may be unknown.
	 */
	private void markRead(FanOutRound round, Set<String> notified) {
		if (round.news() != null && round.news().place() != null) {
			var thread = round.news().place().threadId();
			round.readers()
				.stream()
				.filter((reader) -> !round.direct().isEmpty() || notified.contains(reader.userId()))
				.forEach((reader) -> this.notificationDispatcher.markRead(reader.userId(), thread, reader.upTo()));
		}
	}

	/** Most posts have no followers, so one query finds the rounds that have some. */
	private Set<String> followedTargets(List<FanOutRound> rounds) {
		var targets = rounds.stream().flatMap((round) -> round.targets().stream()).collect(Collectors.toSet());
		return (rounds.size() > 1) ? this.followedTargets.findFollowed(targets) : targets;
	}

	/**
	 * Adds the users whom the event concerns and the next page of followers; after a
	 * failure only the former. Returns the rest of the round.
	 */
	private Optional<FanOutRound> addPage(FanOutRound round, NotificationNews news, Set<String> followed, int pageSize,
			List<AddressedNews> all) {
		round.direct().stream().map((recipient) -> recipient.addressed(news)).forEach(all::add);
		if (round.tries() > 0 && !round.direct().isEmpty()) {
			return Optional.of(round.continuedAfter(round.after(), this.clock.instant()));
		}
		var size = (round.tries() == 0) ? pageSize : 1;
		var page = round.targets().stream().anyMatch(followed::contains) ? nextFollowers(round, size)
				: List.<String>of();
		page.stream().distinct().map(news::toUser).forEach(all::add);
		return (page.size() < size) ? Optional.empty()
				: Optional.of(round.continuedAfter(page.getLast(), this.clock.instant()));
	}

	private Optional<FanOutRound> withdrawPage(FanOutRound round) {
		return this.notificationDispatcher.withdraw(round.source(), round.after())
			.map((last) -> round.continuedAfter(last, this.clock.instant()));
	}

	private List<String> nextFollowers(FanOutRound round, int size) {
		return this.followedTargets.findFollowers(round.targets(), round.before(), round.after(), size);
	}

	private void handleFailure(FanOutRound round, RuntimeException failure) {
		var pause = Duration.ofSeconds(1L << Math.min(round.tries(), MAX_RETRIES));
		if (DatabaseFailure.of(failure) != DatabaseFailure.OTHER) {
			// A page that takes too long shall be smaller.
			this.fanOutRounds.postpone(round, Math.max(1, round.tries()), pause);
		}
		else if (round.news() != null && round.tries() >= MAX_RETRIES) {
			this.unitOfWork.run(() -> this.fanOutRounds.findAll(List.of(round.source())).forEach(this::skipRecipients));
		}
		else {
			this.fanOutRounds.postpone(round, round.tries() + 1, pause);
		}
	}

	private void skipRecipients(FanOutRound round) {
		log.atWarn().addKeyValue("source", round.source()).log("Skipped recipients after repeated failures");
		if (!round.direct().isEmpty()) {
			this.fanOutRounds.save(round.continuedAfter(round.after(), this.clock.instant()));
		}
		else {
			nextFollowers(round, 1)
				.forEach((userId) -> this.fanOutRounds.save(round.continuedAfter(userId, this.clock.instant())));
		}
	}

}
