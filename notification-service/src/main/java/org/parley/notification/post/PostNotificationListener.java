package org.parley.notification.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.notification.fanout.DirectRecipient;
import org.parley.notification.fanout.NotifyRecipients;
import org.parley.notification.follow.FollowTarget;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.Recipient;
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

	private final NotifyRecipients notifyRecipients;

	private final InstantSource clock;

	PostNotificationListener(KnownPosts knownPosts, RelocateThreadNotifications relocateThreadNotifications,
			NotifyRecipients notifyRecipients, InstantSource clock) {
		this.knownPosts = knownPosts;
		this.relocateThreadNotifications = relocateThreadNotifications;
		this.notifyRecipients = notifyRecipients;
		this.clock = clock;
	}

	@EventHandler({ "thread.created", "post.created", "post.edited", "post.restored" })
	void on(PostNotificationEventData event) {
		var post = event.post();
		var before = this.knownPosts
			.savePost(post.id(), post.number(), event.thread(), post.status().isVisible(), post.version())
			.orElse(null);
		if (isNewer(post.version(), before)) {
			notifyUsers(event, wasVisible(before));
		}
	}

	@EventHandler("post.status-changed")
	void on(StatusChange change) {
		var reference = change.reference();
		var before = this.knownPosts
			.savePost(reference.id(), reference.number(), change.thread(), change.status().isVisible(),
					change.version())
			.orElse(null);
		if (!isNewer(change.version(), before)) {
			return;
		}
		if (!change.status().isVisible()) {
			this.notifyRecipients.withdraw(reference.id());
		}
		else if (change.post() != null && !isSameContent(change, before)) {
			notifyUsers(new PostNotificationEventData(change.post(), change.thread()), wasVisible(before));
		}
	}

	/** Whether the version before, with the same content, was visible. */
	private static boolean isSameContent(StatusChange change, @Nullable PostRecord before) {
		return before != null && before.visible() && before.version() == change.version() - 1;
	}

	/** Existing notifications follow the post; a post not seen before notifies users. */
	@EventHandler("post.moved")
	void on(Moved moved) {
		var reference = moved.reference();
		var before = this.knownPosts
			.savePost(reference.id(), reference.number(), moved.thread(), moved.status().isVisible(), moved.version())
			.orElse(null);
		if (!isNewer(moved.version(), before)) {
			return;
		}
		this.relocateThreadNotifications.relocatePost(reference.id(), moved.thread().place(),
				moved.thread().link(reference.number()));
		if (before == null && moved.post() != null) {
			notifyUsers(new PostNotificationEventData(moved.post(), moved.thread()), false);
		}
	}

	@EventHandler("post.removed")
	void on(Removed removed) {
		var post = removed.post();
		var before = this.knownPosts.savePost(post.id(), post.number(), removed.thread(), false, removed.version())
			.orElse(null);
		if (isNewer(removed.version(), before)) {
			this.notifyRecipients.withdraw(post.id());
		}
	}

	private static boolean isNewer(long version, @Nullable PostRecord before) {
		return before == null || before.version() < version;
	}

	/** Whether the post was visible before, so that followers were notified. */
	private static boolean wasVisible(@Nullable PostRecord before) {
		return before != null && before.visible();
	}

	private void notifyUsers(PostNotificationEventData event, boolean known) {
		if (!event.post().status().isVisible()) {
			this.notifyRecipients.withdraw(event.post().id());
			return;
		}
		if (!isRecent(event.post().createdAt())) {
			return;
		}
		if (known) {
			this.notifyRecipients.add(followedThreadNews(event), direct(event));
		}
		else {
			begin(event);
		}
	}

	/** A user is notified once per post, for the first reason in this order. */
	private static List<DirectRecipient> direct(PostNotificationEventData event) {
		var toAuthors = event.repliedToAuthorIds()
			.stream()
			.map((id) -> new DirectRecipient(Recipient.of(id), NotificationKind.REPLY, "reply", event.thread().id()));
		var toQuoted = event.post()
			.quotedAuthorIds()
			.stream()
			.map((id) -> new DirectRecipient(Recipient.of(id), NotificationKind.QUOTE, "quote", null));
		var toMentioned = event.post()
			.mentionedUsernames()
			.stream()
			.map((name) -> new DirectRecipient(Recipient.named(name), NotificationKind.MENTION, "mention", null));
		return Stream.of(toAuthors, toQuoted, toMentioned).flatMap(Function.identity()).toList();
	}

	/**
	 * Followers are notified when a post becomes visible for the first time. A late event
	 * may not know the current category of a new thread.
	 */
	private void begin(PostNotificationEventData event) {
		var post = event.post();
		var place = event.thread().place();
		if (post.isOpening()) {
			var thread = this.knownPosts.findThread(place.threadId());
			var current = thread.map(ThreadRecord::categoryId).map(place::in).orElse(place);
			var targets = FollowTarget.categoryAndTags(current.categoryId(), current.tags()).toList();
			this.notifyRecipients.begin(news(event, current, NotificationKind.FOLLOWED_CATEGORY, "followed-category"),
					direct(event), targets, post.createdAt());
		}
		else {
			this.notifyRecipients.begin(followedThreadNews(event), direct(event),
					List.of(FollowTarget.thread(place.threadId())), post.createdAt());
		}
	}

	private static NotificationNews followedThreadNews(PostNotificationEventData event) {
		var place = event.thread().place();
		return news(event, place, NotificationKind.FOLLOWED_THREAD, "followed-thread").inGroup(place.threadId());
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
