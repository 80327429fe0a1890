package org.parley.notification.category;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.ProtectedCategory;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The read access and the moderators of a forum category.
 *
 * @param id the category's id in forum-service
 * @param readers the least audience that may read
 * @param readerGroups the ids of the groups that may read, too
 * @param moderators the ids of its appointed moderators
 * @param gone whether the category was removed, so that nobody reads it
 */
@Document("categories")
record NotificationCategory(@Id String id, Audience readers, Set<String> readerGroups, Set<String> moderators,
		boolean gone, long version) implements ProtectedCategory {

	/** Old documents have no groups and no moderators. */
	NotificationCategory {
		readerGroups = Objects.requireNonNullElse(readerGroups, Set.of());
		moderators = Objects.requireNonNullElse(moderators, Set.of());
	}

	/** An existing category; an unknown role restricts reading to administrators. */
	static NotificationCategory of(String id, @Nullable String role, Collection<String> groups,
			Collection<String> moderators, long version) {
		return new NotificationCategory(id, Audience.ofReaders(role), Set.copyOf(groups), Set.copyOf(moderators), false,
				version);
	}

	/** A removed category, which no later event brings back. */
	static NotificationCategory removed(String id) {
		return new NotificationCategory(id, Audience.ADMINS, Set.of(), Set.of(), true, Long.MAX_VALUE);
	}

	boolean isReadableBy(Rights rights) {
		return !this.gone && rights.mayRead(this);
	}

}
