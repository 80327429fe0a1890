package org.parley.webhook.visibility;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.readmodels.category.Audience;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What is known of the places of some subjects, by ids. */
record KnownPlaces(Map<String, PublicThread> threads, Map<String, PublicCategory> categories,
		Map<String, PublicItem> items) {

	/** Loads it with at most three queries. */
	static KnownPlaces load(MongoOperations mongo, List<MessageSubject> subjects) {
		var items = find(mongo, subjects.stream().map(KnownPlaces::items).flatMap(Collection::stream), PublicItem.class,
				PublicItem::id);
		var forum = subjects.stream()
			.filter((subject) -> subject.source() == MessageSource.FORUM)
			.map((subject) -> present(subject, items))
			.toList();
		var threads = find(mongo, forum.stream().map(MessageSubject::thread), PublicThread.class, PublicThread::id);
		var categories = find(mongo, forum.stream().map((subject) -> category(subject, threads)), PublicCategory.class,
				PublicCategory::id);
		return new KnownPlaces(threads, categories, items);
	}

	/** Returns who may read the subject. */
	Readership readership(MessageSubject subject) {
		return switch (subject.source()) {
			case NONE -> Readership.of(Audience.EVERYONE);
			case STAFF -> Readership.of(Audience.ADMINS);
			case FORUM -> ofForum(present(subject, this.items));
			case SOCIAL, ROOM ->
				(isAnyHidden(subject) || isOutdated(subject)) ? Readership.HIDDEN : Readership.of(Audience.EVERYONE);
		};
	}

	/** The subject where its post is now. */
	private static MessageSubject present(MessageSubject subject, Map<String, PublicItem> items) {
		var item = (subject.post() != null) ? items.get(subject.post()) : null;
		var moved = (item != null) ? item.moved() : null;
		return (moved != null) ? subject.in(moved.thread(), moved.category()) : subject;
	}

	private Readership ofForum(MessageSubject subject) {
		var id = category(subject, this.threads);
		var category = (id != null) ? this.categories.get(id) : null;
		if (category == null) {
			return Readership.UNKNOWN;
		}
		var thread = (subject.thread() != null) ? this.threads.get(subject.thread()) : null;
		var hidden = subject.content()
				&& ((thread != null && !thread.isReadable()) || isAnyHidden(subject) || isOutdated(subject));
		return hidden ? Readership.HIDDEN : category.readership();
	}

	private boolean isAnyHidden(MessageSubject subject) {
		return subject.content() && items(subject).stream()
			.map(this.items::get)
			.filter(Objects::nonNull)
			.anyMatch((item) -> !item.readable());
	}

	/** Whether the text has been replaced since. */
	private boolean isOutdated(MessageSubject subject) {
		var id = (subject.post() != null) ? subject.post() : subject.thread();
		var item = (id != null) ? this.items.get(id) : null;
		var latest = (item != null) ? item.textVersion() : null;
		return subject.content() && subject.version() != null && latest != null && latest > subject.version();
	}

	/** The ids of the item and its place, and in the feed of the author of the post. */
	private static Set<String> items(MessageSubject subject) {
		var ids = switch (subject.source()) {
			case NONE, STAFF -> Stream.<@Nullable String>empty();
			case FORUM -> Stream.of(subject.post());
			case ROOM -> Stream.of(subject.thread(), subject.post());
			case SOCIAL ->
				Stream.concat(Stream.of(subject.thread(), subject.post()), subject.authors().stream().limit(1));
		};
		return ids.filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
	}

	/** The present category, as far as the thread is known. */
	private static @Nullable String category(MessageSubject subject, Map<String, PublicThread> threads) {
		var thread = (subject.thread() != null) ? threads.get(subject.thread()) : null;
		return (thread != null) ? thread.category() : subject.category();
	}

	private static <T> Map<String, T> find(MongoOperations mongo, Stream<? extends @Nullable String> ids, Class<T> type,
			Function<T, String> id) {
		var wanted = ids.filter(Objects::nonNull).distinct().toList();
		if (wanted.isEmpty()) {
			return Map.of();
		}
		return mongo.find(new Query(Criteria.where("_id").in(wanted)), type)
			.stream()
			.collect(Collectors.toUnmodifiableMap(id, Function.identity()));
	}
}
