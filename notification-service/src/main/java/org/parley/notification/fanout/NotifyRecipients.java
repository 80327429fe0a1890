package org.parley.notification.fanout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Begins and stops rounds in the transaction of an event, and wakes their worker. */
@Component
public class NotifyRecipients {

	/** Lets concurrent follow events arrive before the round begins. */
	private static final Duration START_DELAY = Duration.ofMillis(500);

	private final FanOutRounds fanOutRounds;

	private final NotificationDispatcher notificationDispatcher;

	private final UnitOfWork unitOfWork;

	private final ClusterLoop fanOutLoop;

	private final InstantSource clock;

	NotifyRecipients(FanOutRounds fanOutRounds, NotificationDispatcher notificationDispatcher, UnitOfWork unitOfWork,
			@Qualifier("fanOutLoop") ClusterLoop fanOutLoop, InstantSource clock) {
		this.fanOutRounds = fanOutRounds;
		this.notificationDispatcher = notificationDispatcher;
		this.unitOfWork = unitOfWork;
		this.fanOutLoop = fanOutLoop;
		this.clock = clock;
	}

	/** Begins to notify users, perhaps again. */
	public void begin(NewRound round) {
		save(round(round));
	}

	/** Begins to notify users about events that never notified anyone. */
	public void beginAll(List<NewRound> rounds) {
		if (!rounds.isEmpty()) {
			this.fanOutRounds.insertAll(rounds.stream().map(this::round).toList());
			this.unitOfWork.afterCommit(this.fanOutLoop::signal);
		}
	}

	private FanOutRound round(NewRound round) {
		return FanOutRound.notifying(round.news(), round.direct(), round.targets(), round.before(),
				this.clock.instant().plus(START_DELAY));
	}

	/** Notifies more users about an event whose followers have been notified. */
	public void add(NotificationNews news, List<DirectRecipient> direct) {
		if (!direct.isEmpty()) {
			save(this.fanOutRounds.findAll(List.of(news.source()))
				.stream()
				.filter((round) -> round.news() != null)
				.findFirst()
				.map((round) -> round.with(direct))
				.orElseGet(() -> FanOutRound.notifying(news, direct, List.of(), this.clock.instant(),
						this.clock.instant())));
		}
	}

	/**
	 * Marks the notifications of a user about posts of a thread up to a number as read,
	 * also those that are stored later. Most readers have none, so queries without a
	 * transaction come first.
	 */
	public void markRead(String userId, String threadId, int upTo) {
		this.fanOutRounds.addReader(threadId, new ThreadReader(userId, upTo));
		if (this.notificationDispatcher.hasUnread(userId, threadId, upTo)) {
			this.unitOfWork.run(() -> this.notificationDispatcher.markRead(userId, threadId, upTo));
		}
	}

	/**
	 * Marks the notifications of a user about posts of a thread up to the answered one as
	 * read. The next post notifies them anew.
	 */
	void markAnswered(String userId, String threadId, int number) {
		this.unitOfWork.run(() -> this.notificationDispatcher.markAnswered(userId, threadId, number));
	}

	/** Withdraws the mentions of users whom a post no longer mentions. */
	public void withdrawMentions(String source, Set<String> usernames) {
		if (!usernames.isEmpty()) {
			this.notificationDispatcher.withdrawMentions(source, usernames);
			this.fanOutRounds.findAll(List.of(source))
				.forEach((round) -> this.fanOutRounds.save(round.withoutMentions(usernames)));
		}
	}

	/** Stops a round and withdraws its notifications: one page now, the others later. */
	public void withdraw(String source) {
		this.notificationDispatcher.withdraw(source, null)
			.ifPresentOrElse((last) -> save(FanOutRound.withdrawing(source, last, this.clock.instant())),
					() -> this.fanOutRounds.removeAll(List.of(source)));
	}

	private void save(FanOutRound round) {
		this.fanOutRounds.save(round);
		this.unitOfWork.afterCommit(this.fanOutLoop::signal);
	}

	/**
	 * Whom an event notifies.
	 *
	 * @param direct the users whom the event concerns
	 * @param targets the targets whose followers are notified
	 * @param before later followers are not
	 */
	public record NewRound(NotificationNews news, List<DirectRecipient> direct, List<String> targets, Instant before) {
	}

}
