package org.parley.forum.category;

import java.util.Set;

/**
 * What somebody may see and do in a request: in every category, and more in those that
 * they moderate.
 *
 * @param everywhere what they are in every category, by role and scope
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

	/** What they are in a category. To moderate it opens it to nobody. */
	public Audience in(Category category) {
		return (this.moderated.contains(category.id()) && category.readableBy(this.everywhere)) ? Audience.MODERATORS
				: this.everywhere;
	}

	/**
	 * What of this matters in a category: the same for all who are the same there and
	 * everywhere.
	 */
	public Rights within(Category category) {
		return (in(category) == this.everywhere) ? of(this.everywhere)
				: new Rights(this.everywhere, Set.of(category.id()));
	}

	/** What they are where they are most. */
	public Audience most() {
		return dependOnPlace() ? Audience.MODERATORS : this.everywhere;
	}

	/** Whether they may read a category and moderate what is in it. */
	public boolean moderate(Category category) {
		return category.readableBy(this.everywhere) && in(category).includes(Audience.MODERATORS);
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
	public void requireModerating(Category category) {
		if (!moderate(category)) {
			throw new NotModeratingException();
		}
	}

}
