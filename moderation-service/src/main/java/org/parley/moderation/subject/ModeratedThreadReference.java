package org.parley.moderation.subject;

import org.parley.contracts.forum.CategoryReference;
import org.parley.contracts.forum.ThreadReference;

/**
 * A reference to a thread, as in events.
 *
 * @param slug the readable part of its URL
 */
public record ModeratedThreadReference(String id, String slug, String title, Category category,
		AuthorReference author) {

	public static ModeratedThreadReference of(ThreadReference thread) {
		return new ModeratedThreadReference(thread.id(), thread.slug(), thread.title(), Category.of(thread.category()),
				AuthorReference.of(thread.author()));
	}

	/** The thread as named in events. */
	ThreadReference reference() {
		return new ThreadReference(this.id, this.slug, this.title,
				new CategoryReference(this.category.id, this.category.slug), this.author.reference(), null);
	}

	/** Returns a copy with another title. */
	public ModeratedThreadReference titled(String other) {
		return new ModeratedThreadReference(this.id, this.slug, other, this.category, this.author);
	}

	/** Returns a copy in another category. */
	public ModeratedThreadReference in(Category other) {
		return new ModeratedThreadReference(this.id, this.slug, this.title, other, this.author);
	}

	/**
	 * A reference to a category.
	 *
	 * @param id the category's id
	 * @param slug the readable part of its URL
	 */
	public record Category(String id, String slug) {

		public static Category of(CategoryReference category) {
			return new Category(category.id(), category.slug());
		}

	}

}
