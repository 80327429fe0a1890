package org.parley.notification.category;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.readmodels.category.Audience;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The read access of a forum category.
 *
 * @param id the category's id in forum-service
 * @param readers the least audience that may read
 * @param gone whether the category was removed, so that nobody reads it
 */
@Document("categories")
@CompoundIndex(def = "{'readers': 1}")
record NotificationCategory(@Id String id, Audience readers, boolean gone, long version) {

	/** An existing category; an unknown role restricts reading to administrators. */
	static NotificationCategory of(String id, @Nullable String role, long version) {
		return new NotificationCategory(id, Audience.ofRole(role).orElse(Audience.ADMINS), false, version);
	}

	/** A removed category, which no later event brings back. */
	static NotificationCategory removed(String id) {
		return new NotificationCategory(id, Audience.ADMINS, true, Long.MAX_VALUE);
	}

	/** The values of {@code readers} that let an audience read. */
	static List<Audience> readersWithin(Audience audience) {
		return Arrays.stream(Audience.values()).filter(audience::includes).toList();
	}

	boolean isReadableBy(Audience audience) {
		return !this.gone && audience.includes(this.readers);
	}

}
