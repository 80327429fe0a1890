package org.parley.notification.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.notification.fanout.FanOutRounds;
import org.parley.notification.follow.FollowTarget;
import org.parley.notification.notification.Actor;
import org.parley.notification.notification.NotificationDispatcher;
import org.parley.notification.notification.NotificationNews;
import org.parley.notification.notification.NotificationPlace;
import org.parley.notification.notification.RelocateNotifications;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/**
 * Hears what people say, and tells whom it concerns. A post that its readers no longer
 * see concerns nobody.
 */
@EventConsumer("notifications")
class PostNotificationListener {

	/** What is older has been told long ago, or concerns nobody any more. */
	private static final Duration RECENT = Duration.ofDays(90);

	private final HeardPosts heardPosts;

	private final RelocateNotifications relocateNotifications;

	private final NotificationDispatcher notificationDispatcher;

	private final FanOutRounds fanOutRounds;

	private final InstantSource clock;

	PostNotificationListener(HeardPosts heardPosts, RelocateNotifications relocateNotifications,
			NotificationDispatcher notificationDispatcher, FanOutRounds fanOutRounds, InstantSource clock) {
		this.heardPosts = heardPosts;
		this.relocateNotifications = relocateNotifications;
		this.notificationDispatcher = notificationDispatcher;
		this.fanOutRounds = fanOutRounds;
		this.clock = clock;
	}

	@EventHandler({ "thread.created", "post.created", "post.edited", "post.restored" })
	void on(HeardPostEventData heard) {
		var post = heard.post();
		var known = isKnown(post.id());
		if (this.heardPosts.learn(post.id(), post.number(), heard.thread(), post.status().isVisible(),
				post.version())) {
			tell(heard, known);
		}
	}

	/**
	 * Whether its readers have seen it before this event, and its followers heard of it.
	 */
	private boolean isKnown(String postId) {
		return this.heardPosts.post(postId).filter(PostRecord::visible).isPresent();
	}

	@EventHandler("post.status-changed")
	void on(Judged judged) {
		var reference = judged.reference();
		var known = isKnown(reference.id());
		if (!this.heardPosts.learn(reference.id(), reference.number(), judged.thread(), judged.status().isVisible(),
				judged.version())) {
			return;
		}
		if (judged.post() != null) {
			tell(new HeardPostEventData(judged.post(), judged.thread()), known);
		}
		else if (!judged.status().isVisible()) {
			this.fanOutRounds.end(reference.id());
		}
	}

	/** Who was told of it finds it where it is; who was not yet, is. */
	@EventHandler("post.moved")
	void on(Shifted moved) {
		var reference = moved.reference();
		var known = this.heardPosts.post(reference.id()).isPresent();
		if (!this.heardPosts.learn(reference.id(), reference.number(), moved.thread(), moved.status().isVisible(),
				moved.version())) {
			return;
		}
		var notificationPlace = moved.thread().place();
		var link = moved.thread().link(reference.number());
		this.fanOutRounds.follow(reference.id(), notificationPlace, link);
		this.relocateNotifications.follow(reference.id(), notificationPlace, link);
		if (!known && moved.post() != null) {
			tell(new HeardPostEventData(moved.post(), moved.thread()), false);
		}
	}

	@EventHandler("post.removed")
	void on(Removed removed) {
		var post = removed.post();
		if (this.heardPosts.learn(post.id(), post.number(), removed.thread(), false, removed.version())) {
			this.fanOutRounds.end(post.id());
		}
	}

	private void tell(HeardPostEventData heard, boolean known) {
		if (!heard.post().status().isVisible()) {
			this.fanOutRounds.end(heard.post().id());
			return;
		}
		var thread = this.heardPosts.thread(heard.thread().id());
		if (isRecent(heard.post().createdAt()) && thread.filter(ThreadRecord::gone).isEmpty()) {
			var notificationPlace = heard.thread().place();
			var now = thread.map(ThreadRecord::categoryId).map(notificationPlace::in).orElse(notificationPlace);
			tellConcerned(heard, now);
			if (!known) {
				tellFollowers(heard, now);
			}
		}
	}

	/** The strongest reason comes first; nobody is told twice of a post. */
	private void tellConcerned(HeardPostEventData heard, NotificationPlace notificationPlace) {
		var reply = news(heard, notificationPlace, NotificationKind.REPLY, "reply").grouped(heard.thread().id());
		heard.answered().forEach((userId) -> this.notificationDispatcher.tell(userId, reply));
		var quote = news(heard, notificationPlace, NotificationKind.QUOTE, "quote");
		heard.post().quoted().forEach((userId) -> this.notificationDispatcher.tell(userId, quote));
		var mention = news(heard, notificationPlace, NotificationKind.MENTION, "mention");
		heard.post().mentions().forEach((name) -> this.notificationDispatcher.tellByName(name, mention));
	}

	/** An edit is nothing new; whom it concerns for the first time is told above. */
	private void tellFollowers(HeardPostEventData heard, NotificationPlace notificationPlace) {
		var post = heard.post();
		if (post.opens()) {
			var targets = FollowTarget.around(notificationPlace.categoryId(), notificationPlace.tags()).toList();
			this.fanOutRounds.begin(
					news(heard, notificationPlace, NotificationKind.FOLLOWED_CATEGORY, "followed-category"), targets,
					post.createdAt());
		}
		else {
			var news = news(heard, notificationPlace, NotificationKind.FOLLOWED_THREAD, "followed-thread")
				.grouped(notificationPlace.threadId());
			this.fanOutRounds.begin(news, List.of(FollowTarget.thread(notificationPlace.threadId())), post.createdAt());
		}
	}

	private static NotificationNews news(HeardPostEventData heard, NotificationPlace notificationPlace,
			NotificationKind notificationKind, String wording) {
		var link = heard.thread().link(heard.post().number());
		return NotificationNews
			.at(notificationPlace, notificationKind, wording, heard.post().id(), link, heard.thread().title())
			.by(heard.post().author());
	}

	private boolean isRecent(Instant createdAt) {
		return createdAt.isAfter(this.clock.instant().minus(RECENT));
	}

	/**
	 * A post that moderation has looked at; what it says only while its readers see it.
	 */
	record Judged(Reference reference, HeardPostEventData.Where thread, HeardPostEventData.Status status,
			HeardPostEventData.@Nullable Said post, long version) {
	}

	/** A post that is in another thread. */
	record Shifted(Reference reference, HeardPostEventData.Where thread, HeardPostEventData.Status status,
			HeardPostEventData.@Nullable Said post, long version) {
	}

	/** A post that is gone. */
	record Removed(Reference post, HeardPostEventData.Where thread, long version) {
	}

	/** Which post. */
	record Reference(String id, int number, Actor author) {
	}

}
