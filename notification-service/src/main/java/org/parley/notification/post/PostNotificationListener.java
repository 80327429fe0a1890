package org.parley.notification.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.ThreadReference;
import org.parley.contracts.forum.post.PostChanged;
import org.parley.contracts.forum.post.PostCreated;
import org.parley.contracts.forum.post.PostMoved;
import org.parley.contracts.forum.post.PostRemoved;
import org.parley.contracts.forum.post.PostStatusChanged;
import org.parley.contracts.forum.thread.ThreadCreated;
import org.parley.notification.fanout.DirectRecipient;
import org.parley.notification.fanout.NotifyRecipients.NewRound;
import org.parley.notification.fanout.NotifyRecipients;
import org.parley.notification.follow.FollowTarget;
import org.parley.notification.mailinglist.QueueListPosts;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.news.PlacedPost;
import org.parley.notification.news.Recipient;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;

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

	private final QueueListPosts queueListPosts;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	private final Consumer<List<PlacedPost>> lastStep = this::saveAndNotify;

	PostNotificationListener(KnownPosts knownPosts, RelocateThreadNotifications relocateThreadNotifications,
			NotifyRecipients notifyRecipients, QueueListPosts queueListPosts, UnitOfWork unitOfWork,
			InstantSource clock) {
		this.knownPosts = knownPosts;
		this.relocateThreadNotifications = relocateThreadNotifications;
		this.notifyRecipients = notifyRecipients;
		this.queueListPosts = queueListPosts;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@EventHandler("thread.created")
	void on(ThreadCreated event) {
		add(event.post(), event.thread().reference());
	}

	@EventHandler("post.created")
	void on(PostCreated event) {
		add(event.post(), event.thread());
	}

	@EventHandler({ "post.edited", "post.restored" })
	void on(PostChanged event) {
		add(event.post(), event.thread());
	}

	private void add(PostData post, ThreadReference thread) {
		this.unitOfWork.atEnd(new PlacedPost(post, thread), this.lastStep);
	}

	/** Events of the same post follow one another. */
	private void saveAndNotify(List<PlacedPost> events) {
		var different = new LinkedHashMap<String, PlacedPost>();
		for (var event : events) {
			if (different.containsKey(event.post().id())) {
				saveAndNotifyOnce(List.copyOf(different.values()));
				different.clear();
			}
			different.put(event.post().id(), event);
		}
		saveAndNotifyOnce(List.copyOf(different.values()));
	}

	private void saveAndNotifyOnce(List<PlacedPost> events) {
		var begun = new ArrayList<NewRound>();
		var shown = new ArrayList<PlacedPost>();
		for (var one : this.knownPosts.savePosts(events)) {
			if (one.before() != null) {
				this.queueListPosts.replaceText(one.event());
			}
			notifyUsers(one.event(), one.before()).ifPresent((round) -> {
				shown.add(one.event());
				if (one.before() == null) {
					begun.add(round);
				}
				else {
					this.notifyRecipients.begin(round);
				}
			});
		}
		this.notifyRecipients.beginAll(begun);
		this.queueListPosts.queue(shown);
	}

	@EventHandler("post.status-changed")
	void on(PostStatusChanged change) {
		var reference = change.reference();
		var before = save(reference, change.thread(), change.post(), change.version());
		if (!isNewer(change.version(), before)) {
			return;
		}
		if (!change.status().isShown()) {
			this.notifyRecipients.withdraw(reference.id());
		}
		else if (change.post() != null && !isSameContent(change, before)) {
			begin(new PlacedPost(change.post(), change.thread()), before);
		}
	}

	/** Whether the version before, with the same content, was visible. */
	private static boolean isSameContent(PostStatusChanged change, @Nullable PostRecord before) {
		return before != null && before.visible() && before.version() == change.version() - 1;
	}

	/** Existing notifications follow the post; a post not seen before notifies users. */
	@EventHandler("post.moved")
	void on(PostMoved moved) {
		var reference = moved.reference();
		var before = save(reference, moved.thread(), moved.post(), moved.version());
		if (!isNewer(moved.version(), before)) {
			return;
		}
		this.relocateThreadNotifications.relocatePost(reference.id(), NotificationPlace.of(moved.thread()),
				reference.number(), moved.thread().title());
		if (before == null && moved.post() != null) {
			begin(new PlacedPost(moved.post(), moved.thread()), null);
		}
	}

	private void begin(PlacedPost event, @Nullable PostRecord before) {
		notifyUsers(event, before).ifPresent((round) -> {
			this.notifyRecipients.begin(round);
			this.queueListPosts.queue(List.of(event));
		});
	}

	@EventHandler("post.removed")
	void on(PostRemoved removed) {
		var post = removed.post();
		var before = save(post, removed.thread(), null, removed.version());
		if (isNewer(removed.version(), before)) {
			this.notifyRecipients.withdraw(post.id());
		}
	}

	/** Stores a post, which is null if readers do not see it. Returns it as it was. */
	private @Nullable PostRecord save(PostReference reference, ThreadReference thread, @Nullable PostData post,
			long version) {
		var before = (post != null) ? this.knownPosts.savePost(new PlacedPost(post, thread))
				: this.knownPosts.saveInvisible(reference.id(), reference.number(), thread, version);
		return before.orElse(null);
	}

	private static boolean isNewer(long version, @Nullable PostRecord before) {
		return before == null || before.version() < version;
	}

	/**
	 * Returns the round that begins when a post becomes visible for the first time. An
	 * edit withdraws the mentions that it removes.
	 */
	private Optional<NewRound> notifyUsers(PlacedPost event, @Nullable PostRecord before) {
		if (!event.post().status().isShown()) {
			this.notifyRecipients.withdraw(event.post().id());
			return Optional.empty();
		}
		if (!isRecent(event.post().createdAt())) {
			return Optional.empty();
		}
		if (before != null && before.visible()) {
			this.notifyRecipients.withdrawMentions(event.post().id(),
					before.mentionsExcept(event.mentionedUsernames()));
			this.notifyRecipients.add(followedThreadNews(event), direct(event));
			return Optional.empty();
		}
		return Optional.of(round(event));
	}

	/** A user is notified once per post, for the first reason in this order. */
	private static List<DirectRecipient> direct(PlacedPost event) {
		var toAuthors = event.repliedToAuthorIds()
			.stream()
			.map((id) -> new DirectRecipient(Recipient.of(id), NotificationKind.REPLY, "reply", event.thread().id()));
		var toQuoted = event.quotedAuthorIds()
			.stream()
			.map((id) -> new DirectRecipient(Recipient.of(id), NotificationKind.QUOTE, "quote", null));
		var toMentioned = event.mentionedUsernames()
			.stream()
			.map((name) -> new DirectRecipient(Recipient.named(name), NotificationKind.MENTION, "mention", null));
		return Stream.of(toAuthors, toQuoted, toMentioned).flatMap(Function.identity()).toList();
	}

	/** A late event may not know the current category of a new thread. */
	private NewRound round(PlacedPost event) {
		var post = event.post();
		var place = event.place();
		if (!event.isOpening()) {
			return new NewRound(followedThreadNews(event), direct(event),
					List.of(FollowTarget.thread(place.threadId())), post.createdAt());
		}
		var thread = this.knownPosts.findThread(place.threadId());
		var current = thread.map(ThreadRecord::categoryId).map(place::in).orElse(place);
		return new NewRound(news(event, current, NotificationKind.FOLLOWED_CATEGORY, "followed-category"),
				direct(event), FollowTarget.categoryAndTags(current.categoryId(), current.tags()).toList(),
				post.createdAt());
	}

	private static NotificationNews followedThreadNews(PlacedPost event) {
		var place = event.place();
		return news(event, place, NotificationKind.FOLLOWED_THREAD, "followed-thread").inGroup(place.threadId());
	}

	private static NotificationNews news(PlacedPost event, NotificationPlace place, NotificationKind kind,
			String wording) {
		var post = event.post();
		return NotificationNews
			.at(place, kind, wording, post.id(), place.linkToPost(post.number()), event.thread().title())
			.by(post.author());
	}

	private boolean isRecent(Instant createdAt) {
		return createdAt.isAfter(this.clock.instant().minus(RECENT));
	}

}
