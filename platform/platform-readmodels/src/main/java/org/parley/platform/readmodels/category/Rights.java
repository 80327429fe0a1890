package org.parley.platform.readmodels.category;

import java.util.Set;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/**
 * The rights of a person in a request.
 *
 * @param everywhere their audience in all categories, by role and scope
 * @param moderated the ids of categories that they moderate in addition
 */
public record Rights(Audience everywhere, Set<String> moderated) {

	/** The same rights in every category. */
	public static Rights of(Audience everywhere) {
		return new Rights(everywhere, Set.of());
	}

	/** Whether the rights differ between categories. */
	public boolean differByCategory() {
		return !this.moderated.isEmpty();
	}

	/** Whether they may read a category. Moderating it grants no read access to it. */
	public boolean mayRead(ProtectedCategory category) {
		return this.everywhere.includes(category.readers());
	}

	public Audience in(ProtectedCategory category) {
		return (this.moderated.contains(category.id()) && mayRead(category)) ? Audience.MODERATORS : this.everywhere;
	}

	/**
	 * Reduces the rights to those that matter in a category, so that people with equal
	 * rights there have equal values.
	 */
	public Rights within(ProtectedCategory category) {
		return (in(category) == this.everywhere) ? of(this.everywhere)
				: new Rights(this.everywhere, Set.of(category.id()));
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
