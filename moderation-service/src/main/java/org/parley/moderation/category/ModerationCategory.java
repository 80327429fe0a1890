package org.parley.moderation.category;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.parley.contracts.forum.CategoryData;
import org.parley.contracts.forum.CategoryReference;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.ProtectedCategory;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The slug and the access rights of a forum category.
 *
 * @param slug the readable part of its present URL; empty if it is unknown
 * @param readers the lowest audience that can read it
 * @param readerGroups the ids of the groups that can read it, too
 * @param moderators the ids of its appointed moderators
 * @param version the category's version in the forum
 */
@Document("categories")
@CompoundIndex(def = "{'moderators': 1}")
public record ModerationCategory(@Id String id, String slug, Audience readers, Set<String> readerGroups,
		List<String> moderators, long version) implements ProtectedCategory {

	/** Old documents have no slug and no groups. */
	public ModerationCategory {
		slug = Objects.requireNonNullElse(slug, "");
		readerGroups = Objects.requireNonNullElse(readerGroups, Set.of());
	}

	/** Treats an unknown role as administrators only. */
	static ModerationCategory of(CategoryData category) {
		return new ModerationCategory(category.id(), category.slug(), Audience.ofReaders(category.readers()),
				Set.copyOf(category.readerGroups()), Objects.requireNonNullElse(category.moderators(), List.of()),
				category.version());
	}

	/** A tombstone with the highest version, so that late events are ignored. */
	static ModerationCategory removed(CategoryReference category) {
		return new ModerationCategory(category.id(), category.slug(), Audience.ADMINS, Set.of(), List.of(),
				Long.MAX_VALUE);
	}

}
