package org.parley.platform.readmodels.category;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/**
 * The rights of a person in a request. Here is the rule on who may read a category: its
 * readers' role and those above it, and the members of its groups.
 *
 * @param everywhere their audience in all categories, by role and scope
 * @param groups the ids of their groups
 * @param moderated the ids of categories that they moderate in addition
 */
public record Rights(Audience everywhere, Set<String> groups, Set<String> moderated) {

	/** The same rights in every category, without any group. */
	public static Rights of(Audience everywhere) {
		return new Rights(everywhere, Set.of(), Set.of());
	}

	/** The rights by role and groups of a caller; null is an anonymous caller. */
	public static Rights of(@Nullable Caller caller) {
		var groups = (caller != null) ? caller.groups() : Set.<String>of();
		return new Rights(Audience.of(caller), groups, Set.of());
	}

	/**
	 * The rights of those who may read a category and nothing else: a reader by role, and
	 * a member of each group.
	 */
	public static List<Rights> ofReaders(ProtectedCategory category) {
		return Stream.concat(Stream.of(of(category.readers())),
				category.readerGroups().stream().map((group) -> new Rights(Audience.MEMBERS, Set.of(group), Set.of())))
			.toList();
	}

	/** The same rights, and the moderation of categories. */
	public Rights moderating(Set<String> categories) {
		return new Rights(this.everywhere, this.groups, categories);
	}

	/** Whether the rights differ between categories. */
	public boolean differByCategory() {
		return !this.moderated.isEmpty();
	}

	/** Whether they may read a category. Moderating it grants no read access to it. */
	public boolean mayRead(ProtectedCategory category) {
		return includes(category.readers(), category.readerGroups());
	}

	/** Whether they have a role, or one above it, or belong to one of the groups. */
	public boolean includes(Audience least, Set<String> anyOf) {
		return this.everywhere.includes(least) || !Collections.disjoint(this.groups, anyOf);
	}

	public Audience in(ProtectedCategory category) {
		return (this.moderated.contains(category.id()) && mayRead(category)) ? Audience.MODERATORS : this.everywhere;
	}

	/** Reduces the moderation to a category. */
	public Rights within(ProtectedCategory category) {
		return moderating((in(category) != this.everywhere) ? Set.of(category.id()) : Set.of());
	}

	/** The highest audience in any category. */
	public Audience highest() {
		return differByCategory() ? Audience.MODERATORS : this.everywhere;
	}

	public boolean mayModerate(ProtectedCategory category) {
		return mayRead(category) && in(category).includes(Audience.MODERATORS);
	}

	/**
	 * Requires a moderator of at least one category.
	 * @throws NotModeratingException 403
	 */
	public void requireModerating() {
		if (!this.everywhere.includes(Audience.MODERATORS) && !differByCategory()) {
			throw new NotModeratingException();
		}
	}

	/**
	 * Requires a moderator of a category.
	 * @throws NotModeratingException 403
	 */
	public void requireModerating(ProtectedCategory category) {
		if (!mayModerate(category)) {
			throw new NotModeratingException();
		}
	}

	/**
	 * 403: the operation is for moderators. The answer equals that of any other denied
	 * operation.
	 */
	static final class NotModeratingException extends RefusalException {

		NotModeratingException() {
			super(RefusalKind.FORBIDDEN, "auth.forbidden", "You may not do this.");
		}

	}

}
