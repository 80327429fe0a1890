package org.parley.notification.category;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Stores the projected categories. */
@Component
public class NotificationCategories {

	private final MongoOperations mongo;

	NotificationCategories(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Whether rights allow to read a category; empty when the category is unknown. */
	public Optional<Boolean> mayRead(String id, Rights rights) {
		return Optional.ofNullable(this.mongo.findById(id, NotificationCategory.class))
			.map((category) -> category.isReadableBy(rights));
	}

	/** Returns the ids of the known categories that rights allow to read. */
	public List<String> readableBy(Rights rights) {
		return this.mongo.findAll(NotificationCategory.class)
			.stream()
			.filter((category) -> category.isReadableBy(rights))
			.map(NotificationCategory::id)
			.toList();
	}

	/** The ids of the appointed moderators of a category. */
	public Set<String> findModerators(String id) {
		return Optional.ofNullable(this.mongo.findById(id, NotificationCategory.class))
			.map(NotificationCategory::moderators)
			.orElse(Set.of());
	}

	/** The rights of all known categories, with one query. */
	public CategoryRights findRights() {
		return new CategoryRights(this.mongo.findAll(NotificationCategory.class)
			.stream()
			.collect(Collectors.toMap(NotificationCategory::id, Function.identity())));
	}

	/**
	 * Stores a category, unless a newer version is stored.
	 * @return the users who have moderated it before, and do so no longer
	 */
	Set<String> saveIfNewer(NotificationCategory category) {
		var dismissed = VersionedUpsert.replaceOlder(this.mongo, category, NotificationCategory.class)
			.filter((known) -> known.version() < category.version())
			.map(NotificationCategory::moderators)
			.orElse(Set.of());
		return dismissed.stream()
			.filter((userId) -> !category.moderators().contains(userId))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Closes a category; no later event reopens it. */
	void markRemoved(String id) {
		saveIfNewer(NotificationCategory.removed(id));
	}

}
