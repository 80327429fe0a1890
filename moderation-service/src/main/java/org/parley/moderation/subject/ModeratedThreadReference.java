package org.parley.moderation.subject;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.CategoryReference;
import org.parley.contracts.forum.ThreadReference;

/**
 * A reference to a thread, as in events.
 *
 * @param slug the readable part of its URL
 * @param tags its tags; null if there are none or they are unknown
 */
public record ModeratedThreadReference(String id, String slug, String title, Category category, AuthorReference author,
		@Nullable List<String> tags) {

	/** A place without tags. */
	public ModeratedThreadReference(String id, String slug, String title, Category category, AuthorReference author) {
		this(id, slug, title, category, author, null);
	}

	public static ModeratedThreadReference of(ThreadReference thread) {
		return new ModeratedThreadReference(thread.id(), thread.slug(), thread.title(), Category.of(thread.category()),
				AuthorReference.of(thread.author()), thread.tags());
	}

	/** The title and the tags, as they are checked with the first post. */
	public String heading() {
		return (this.tags == null || this.tags.isEmpty()) ? this.title
				: this.title + "\n\n" + String.join(", ", this.tags);
	}

	/** The thread as named in events. */
	ThreadReference reference() {
		return new ThreadReference(this.id, this.slug, this.title,
				new CategoryReference(this.category.id, this.category.slug), this.author.reference(), null);
	}

	/** Returns a copy with the title and the tags of another reference. */
	public ModeratedThreadReference titled(ModeratedThreadReference other) {
		return new ModeratedThreadReference(this.id, this.slug, other.title, this.category, this.author, other.tags);
	}

	/** Returns a copy in another category. */
	public ModeratedThreadReference in(Category other) {
		return new ModeratedThreadReference(this.id, this.slug, this.title, other, this.author, this.tags);
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
