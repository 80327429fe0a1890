package org.parley.notification.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.fanout.FanOutRounds;
import org.parley.notification.follow.FollowTarget;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/**
 * Notifies users about posts that reply to them, quote or mention them, or that they
 * follow. When a post becomes invisible, its unread notifications are withdrawn.
 */
@EventConsumer("notifications")
class PostNotificationListener {

	/** Older posts notify no one. */
	private static final Duration RECENT = Duration.ofDays(90);

	private final KnownPosts knownPosts;

	private final RelocateThreadNotifications relocateThreadNotifications;

	private final NotificationDispatcher notificationDispatcher;

	private final FanOutRounds fanOutRounds;

	private final InstantSource clock;

	PostNotificationListener(KnownPosts knownPosts, RelocateThreadNotifications relocateThreadNotifications,
			NotificationDispatcher notificationDispatcher, FanOutRounds fanOutRounds, InstantSource clock) {
		this.knownPosts = knownPosts;
		this.relocateThreadNotifications = relocateThreadNotifications;
		this.notificationDispatcher = notificationDispatcher;
		this.fanOutRounds = fanOutRounds;
		this.clock = clock;
	}

	@EventHandler({ "thread.created", "post.created", "post.edited", "post.restored" })
	void on(PostNotificationEventData event) {
		var post = event.post();
		var known = wasVisible(post.id());
		if (this.knownPosts.savePostIfNewer(post.id(), post.number(), event.thread(), post.status().isVisible(),
				post.version())) {
			notifyUsers(event, known);
		}
	}

	/** Whether the post was visible before, so that followers were notified. */
	private boolean wasVisible(String postId) {
		return this.knownPosts.findPost(postId).filter(PostRecord::visible).isPresent();
	}

	@EventHandler("post.status-changed")
	void on(StatusChange change) {
		var reference = change.reference();
		var known = wasVisible(reference.id());
		if (!this.knownPosts.savePostIfNewer(reference.id(), reference.number(), change.thread(),
				change.status().isVisible(), change.version())) {
			return;
		}
		if (change.post() != null) {
			notifyUsers(new PostNotificationEventData(change.post(), change.thread()), known);
		}
		else if (!change.status().isVisible()) {
			this.fanOutRounds.withdraw(reference.id());
		}
	}

	/** Existing notifications follow the post; a post not seen before notifies users. */
	@EventHandler("post.moved")
	void on(Moved moved) {
		var reference = moved.reference();
		var known = this.knownPosts.findPost(reference.id()).isPresent();
		if (!this.knownPosts.savePostIfNewer(reference.id(), reference.number(), moved.thread(),
				moved.status().isVisible(), moved.version())) {
			return;
		}
		this.relocateThreadNotifications.relocatePost(reference.id(), moved.thread().place(),
				moved.thread().link(reference.number()));
		if (!known && moved.post() != null) {
			notifyUsers(new PostNotificationEventData(moved.post(), moved.thread()), false);
		}
	}

	@EventHandler("post.removed")
	void on(Removed removed) {
		var post = removed.post();
		if (this.knownPosts.savePostIfNewer(post.id(), post.number(), removed.thread(), false, removed.version())) {
			this.fanOutRounds.withdraw(post.id());
		}
	}

	private void notifyUsers(PostNotificationEventData event, boolean known) {
		if (!event.post().status().isVisible()) {
			this.fanOutRounds.withdraw(event.post().id());
			return;
		}
		var thread = this.knownPosts.findThread(event.thread().id());
		if (isRecent(event.post().createdAt()) && thread.filter(ThreadRecord::gone).isEmpty()) {
			var place = event.thread().place();
			var current = thread.map(ThreadRecord::categoryId).map(place::in).orElse(place);
			notifyAddressees(event, current);
			if (!known) {
				notifyFollowers(event, current);
			}
		}
	}

	/** A user is notified once per post, for the first reason in this order. */
	private void notifyAddressees(PostNotificationEventData event, NotificationPlace place) {
		var reply = news(event, place, NotificationKind.REPLY, "reply").inGroup(event.thread().id());
		event.repliedToAuthorIds().forEach((userId) -> this.notificationDispatcher.notifyUser(userId, reply));
		var quote = news(event, place, NotificationKind.QUOTE, "quote");
		event.post().quotedAuthorIds().forEach((userId) -> this.notificationDispatcher.notifyUser(userId, quote));
		var mention = news(event, place, NotificationKind.MENTION, "mention");
		event.post()
			.mentionedUsernames()
			.forEach((username) -> this.notificationDispatcher.notifyUsername(username, mention));
	}

	/** Followers are notified when a post becomes visible for the first time. */
	private void notifyFollowers(PostNotificationEventData event, NotificationPlace place) {
		var post = event.post();
		if (post.isOpening()) {
			var targets = FollowTarget.categoryAndTags(place.categoryId(), place.tags()).toList();
			this.fanOutRounds.begin(news(event, place, NotificationKind.FOLLOWED_CATEGORY, "followed-category"),
					targets, post.createdAt());
		}
		else {
			var news = news(event, place, NotificationKind.FOLLOWED_THREAD, "followed-thread")
				.inGroup(place.threadId());
			this.fanOutRounds.begin(news, List.of(FollowTarget.thread(place.threadId())), post.createdAt());
		}
	}

	private static NotificationNews news(PostNotificationEventData event, NotificationPlace place,
			NotificationKind kind, String wording) {
		var link = event.thread().link(event.post().number());
		return NotificationNews.at(place, kind, wording, event.post().id(), link, event.thread().title())
			.by(event.post().author());
	}

	private boolean isRecent(Instant createdAt) {
		return createdAt.isAfter(this.clock.instant().minus(RECENT));
	}

	/** A status change of a post; it has the post only while readers see it. */
	record StatusChange(Reference reference, PostNotificationEventData.ThreadState thread,
			PostNotificationEventData.Status status, PostNotificationEventData.@Nullable Post post, long version) {
	}

	/** A post that was moved to another thread. */
	record Moved(Reference reference, PostNotificationEventData.ThreadState thread,
			PostNotificationEventData.Status status, PostNotificationEventData.@Nullable Post post, long version) {
	}

	/** A removed post. */
	record Removed(Reference post, PostNotificationEventData.ThreadState thread, long version) {
	}

	/** A reference to a post. */
	record Reference(String id, int number, Actor author) {
	}

}
