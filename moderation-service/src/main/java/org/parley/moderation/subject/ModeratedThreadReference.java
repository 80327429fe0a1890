package org.parley.moderation.subject;

/**
 * Names a thread.
 *
 * @param id the thread's id
 * @param slug its readable part of an address
 * @param title its title
 * @param category where it is
 * @param author who started it
 */
public record ModeratedThreadReference(String id, String slug, String title, Category category,
		AuthorReference author) {

	/** The same thread in that category. */
	public ModeratedThreadReference in(Category where) {
		return new ModeratedThreadReference(this.id, this.slug, this.title, where, this.author);
	}

	/**
	 * Names a category.
	 *
	 * @param id the category's id
	 * @param slug its readable part of an address
	 */
	public record Category(String id, String slug) {
	}

}
