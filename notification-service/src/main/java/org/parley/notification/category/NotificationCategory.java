package org.parley.notification.category;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.category.Audience;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The read access of a forum category.
 *
 * @param id the category's id in forum-service
 * @param readers the least role that may read, in upper case
 * @param gone whether the category was removed, so that nobody reads it
 * @param version the version of the category
 */
@Document("categories")
record NotificationCategory(@Id String id, String readers, boolean gone, long version) {

	/** An existing category; an unknown role restricts reading to administrators. */
	static NotificationCategory of(String id, @Nullable String role, long version) {
		var readers = Audience.ofRole(role).orElse(Audience.ADMINS);
		return new NotificationCategory(id, stored(readers), false, version);
	}

	/** A removed category, which no later event brings back. */
	static NotificationCategory removed(String id) {
		return new NotificationCategory(id, stored(Audience.ADMINS), true, Long.MAX_VALUE);
	}

	/** The values of {@code readers} that let an audience read. */
	static List<String> readersWithin(Audience audience) {
		return Arrays.stream(Audience.values()).filter(audience::includes).map(NotificationCategory::stored).toList();
	}

	boolean isReadableBy(Audience audience) {
		return !this.gone && readersWithin(audience).contains(this.readers);
	}

	private static String stored(Audience audience) {
		return audience.role().toUpperCase(Locale.ROOT);
	}

}
