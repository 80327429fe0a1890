package org.parley.notification.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.notification.announcement.NotificationCreated;
import org.parley.notification.announcement.NotificationView;
import org.parley.notification.news.Actor;
import org.parley.notification.news.GroupKey;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.PersonalNews;
import org.parley.notification.preference.ChannelChoice;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A notification. While it is unread, it collects all news of its group. */
@Document("notifications")
@CompoundIndex(def = "{'userId': 1, 'listed': 1, 'read': 1, '_id': -1}")
@CompoundIndex(def = "{'userId': 1, 'listed': 1, 'read': 1, 'categoryId': 1}")
@CompoundIndex(def = "{'userId': 1, 'listed': 1, 'kind': 1, 'read': 1, '_id': -1}")
@CompoundIndex(def = "{'openFor': 1}", unique = true, partialFilter = "{'openFor': {'$exists': true}}")
@CompoundIndex(def = "{'threadId': 1}")
@CompoundIndex(def = "{'socialPostId': 1}", partialFilter = "{'socialPostId': {'$exists': true}}")
@CompoundIndex(def = "{'readAt': 1}")
@CompoundIndex(def = "{'createdAt': 1}")
class Notification {

	static final Duration RESTORABLE = Duration.ofMinutes(1);

	private static final int ACTORS = 5;

	/** The time in which an open conversation marks a message as read. */
	private static final Duration READING = Duration.ofSeconds(5);

	/** The shortest time between two pushes about one conversation. */
	private static final Duration PUSH_PAUSE = Duration.ofMinutes(1);

	@Id
	private final String id;

	private final String userId;

	private final NotificationKind kind;

	private final String wording;

	private final Instant createdAt;

	private List<String> values = List.of();

	private String body = "";

	private String link = "";

	private @Nullable String threadId;

	/** The highest number of the posts that it is about. */
	private @Nullable Integer postNumber;

	private @Nullable String categoryId;

	/** The social post; it has no category. */
	private @Nullable String socialPostId;

	private List<Actor> actors = List.of();

	private int count;

	/** When the latest news came; null in older documents. */
	private @Nullable Instant newsAt;

	private boolean read;

	/** Whether it is in the list of its user. */
	private boolean listed;

	/** Whether changes are announced live. */
	private boolean live;

	/** The group whose news it collects; unique. */
	private @Nullable String openFor;

	/** That group before the deletion. */
	private @Nullable String openBefore;

	private @Nullable Instant readAt;

	private @Nullable Instant pushedAt;

	@Indexed(expireAfter = "10m", useGeneratedName = true)
	private @Nullable Instant deletedAt;

	@Version
	private @Nullable Long version;

	Notification(String id, String userId, NotificationKind kind, String wording, Instant createdAt) {
		this.id = id;
		this.userId = userId;
		this.kind = kind;
		this.wording = wording;
		this.createdAt = createdAt;
	}

	static Notification of(PersonalNews personal, ChannelChoice choice, Instant now) {
		var news = personal.news();
		var notification = new Notification(Ids.next(), personal.userId(), news.kind(), news.wording(), now);
		notification.listed = choice.inApp();
		notification.openFor = groupOf(personal, choice);
		notification.values = news.values();
		notification.body = news.body();
		notification.socialPostId = (news.social() != null) ? news.social().postId() : null;
		var place = news.place();
		if (place != null) {
			notification.threadId = place.threadId();
			notification.categoryId = place.categoryId();
		}
		return notification;
	}

	/**
	 * The value of {@link #openFor}; null for news without a group, and for those that
	 * are neither listed nor in a digest.
	 */
	static @Nullable String groupOf(PersonalNews personal, ChannelChoice choice) {
		var news = personal.news();
		if (news.group() == null) {
			return null;
		}
		var key = new GroupKey(personal.userId(), news.kind(), news.group());
		if (choice.inApp()) {
			return key.text();
		}
		return choice.mail().isDigest() ? key.textOfUnlisted() : null;
	}

	/** Adds news; the link leads to the latest. */
	void add(NotificationNews news, ChannelChoice choice, Instant now) {
		this.newsAt = now;
		this.live = choice.live();
		this.count += news.count();
		this.link = news.link();
		this.postNumber = highest(Stream.of(this.postNumber, news.postNumber()));
		var latest = Stream.ofNullable(news.actor());
		this.actors = firstOfEach(Stream.concat(latest, this.actors.stream()));
	}

	/** Keeps only some of its events; the link leads to the latest of them. */
	void retain(int remaining, List<NotificationReceipt> latestFirst) {
		this.count = remaining;
		this.actors = firstOfEach(latestFirst.stream().flatMap((receipt) -> Stream.ofNullable(receipt.actor())));
		latestFirst.stream().max(NotificationReceipt.BY_TIME).map(NotificationReceipt::link).ifPresent((latest) -> {
			this.link = latest;
			this.postNumber = highest(latestFirst.stream().map(NotificationReceipt::postNumber));
		});
	}

	private static @Nullable Integer highest(Stream<@Nullable Integer> numbers) {
		return numbers.flatMap(Stream::ofNullable).max(Comparator.naturalOrder()).orElse(null);
	}

	private static List<Actor> firstOfEach(Stream<Actor> actors) {
		return actors.collect(Collectors.toMap(Actor::id, (actor) -> actor, (first, _) -> first, LinkedHashMap::new))
			.values()
			.stream()
			.limit(ACTORS)
			.toList();
	}

	void markRead(Instant now) {
		if (!this.read) {
			this.read = true;
			this.readAt = now;
			this.openFor = null;
		}
	}

	/** Whether it had been read at a time. */
	boolean wasRead(Instant time) {
		return this.readAt != null && !this.readAt.isAfter(time);
	}

	/** Deletes the notification; it can be restored for a minute. */
	void delete(Instant now) {
		this.listed = false;
		this.deletedAt = now;
		this.openBefore = this.openFor;
		this.openFor = null;
	}

	/**
	 * Restores the notification. It collects the news of its group again.
	 * @param isFree whether no other notification collects the news of a group now
	 */
	void restore(Predicate<String> isFree) {
		this.listed = true;
		this.deletedAt = null;
		this.openFor = (this.openBefore != null && isFree.test(this.openBefore)) ? this.openBefore : null;
		this.openBefore = null;
	}

	boolean isRestorable(Instant now) {
		return this.deletedAt != null && !this.deletedAt.plus(RESTORABLE).isBefore(now);
	}

	/**
	 * Whether devices are to hear of the latest news: of the first in a group, and of
	 * each message after a pause, as an unread conversation has one notification for
	 * days.
	 */
	boolean claimPush(Instant now) {
		var isDue = isNew() || !this.listed || (this.kind == NotificationKind.MESSAGE
				&& (this.pushedAt == null || !this.pushedAt.plus(PUSH_PAUSE).isAfter(now)));
		if (isDue) {
			this.pushedAt = now;
		}
		return isDue;
	}

	@Nullable Instant pushedAt() {
		return this.pushedAt;
	}

	/**
	 * When devices may hear of it: of a message not before a person who has the
	 * conversation open elsewhere has read it there.
	 */
	Instant earliestPush(Instant now) {
		return (this.kind == NotificationKind.MESSAGE) ? now.plus(READING) : now;
	}

	/** The event about the unsaved state, if changes are announced live. */
	Optional<NotificationCreated> announcement(NotificationView view, long unread) {
		return this.live ? Optional.of(new NotificationCreated(this.userId, view, unread, versionAfterSave()))
				: Optional.empty();
	}

	private long versionAfterSave() {
		return (this.version != null) ? this.version + 1 : 0;
	}

	String id() {
		return this.id;
	}

	String userId() {
		return this.userId;
	}

	/** The thread that it is about; null if it is about none. */
	@Nullable String threadId() {
		return this.threadId;
	}

	NotificationKind kind() {
		return this.kind;
	}

	String wording() {
		return this.wording;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	List<String> values() {
		return this.values;
	}

	String body() {
		return this.body;
	}

	String link() {
		return this.link;
	}

	@Nullable Integer postNumber() {
		return this.postNumber;
	}

	@Nullable String categoryId() {
		return this.categoryId;
	}

	@Nullable String socialPostId() {
		return this.socialPostId;
	}

	List<Actor> actors() {
		return this.actors;
	}

	int count() {
		return this.count;
	}

	boolean isRead() {
		return this.read;
	}

	@Nullable Instant newsAt() {
		return this.newsAt;
	}

	boolean isLive() {
		return this.live;
	}

	boolean isListed() {
		return this.listed;
	}

	boolean isDeleted() {
		return this.deletedAt != null;
	}

	@Nullable String openFor() {
		return this.openFor;
	}

	boolean isNew() {
		return this.version == null;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

}
