package org.parley.platform.security.category;

import java.util.Set;

/**
 * The rights of a person in a request: in every category, and more in those that they
 * moderate.
 *
 * @param everywhere their audience in every category, by role and scope
 * @param moderated the ids of categories in which they are a moderator all the same
 */
public record Rights(Audience everywhere, Set<String> moderated) {

	/** The same in every category. */
	public static Rights of(Audience everywhere) {
		return new Rights(everywhere, Set.of());
	}

	/** Whether they are more in some categories than in others. */
	public boolean dependOnPlace() {
		return !this.moderated.isEmpty();
	}

	/** Whether they may read a category. Moderating it grants no read access to it. */
	public boolean mayRead(ProtectedCategory category) {
		return this.everywhere.includes(category.readers());
	}

	/** Their audience in a category. */
	public Audience in(ProtectedCategory category) {
		return (this.moderated.contains(category.id()) && mayRead(category)) ? Audience.MODERATORS : this.everywhere;
	}

	/**
	 * What of this matters in a category: the same for all who are the same there and
	 * everywhere.
	 */
	public Rights within(ProtectedCategory category) {
		return (in(category) == this.everywhere) ? of(this.everywhere)
				: new Rights(this.everywhere, Set.of(category.id()));
	}

	/** What they are where they are most. */
	public Audience most() {
		return dependOnPlace() ? Audience.MODERATORS : this.everywhere;
	}

	/** Whether they may read a category and moderate what is in it. */
	public boolean moderate(ProtectedCategory category) {
		return mayRead(category) && in(category).includes(Audience.MODERATORS);
	}

	/**
	 * Lets only those pass who moderate something, wherever.
	 * @throws NotModeratingException 403
	 */
	public void requireModerating() {
		if (!this.everywhere.includes(Audience.MODERATORS) && !dependOnPlace()) {
			throw new NotModeratingException();
		}
	}

	/**
	 * Lets only those pass who moderate a category.
	 * @throws NotModeratingException 403
	 */
	public void requireModerating(ProtectedCategory category) {
		if (!moderate(category)) {
			throw new NotModeratingException();
		}
	}

}
