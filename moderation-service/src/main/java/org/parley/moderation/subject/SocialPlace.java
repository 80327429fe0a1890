package org.parley.moderation.subject;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.moderation.subject.ModeratedThreadReference.Category;

/**
 * Where social posts are. Moderation treats a social post with its comments as a thread
 * without a title, and these places as categories, so that policies, rights and the
 * public log know them.
 */
public final class SocialPlace {

	/** The place of posts that everybody may see, and of their comments. */
	public static final Category PUBLIC = new Category("social", "social");

	/**
	 * The place of all other posts, and of their comments. They are never checked, and
	 * the public log has no entry about them.
	 */
	public static final Category LIMITED = new Category("social-limited", "social-limited");

	private SocialPlace() {
	}

	/**
	 * Returns the place of a post and its comments.
	 * @param everybody whether everybody may see it; null in events from before checks
	 */
	public static ModeratedThreadReference of(String postId, PersonReference author, @Nullable Boolean everybody) {
		return new ModeratedThreadReference(postId, "", "", Boolean.TRUE.equals(everybody) ? PUBLIC : LIMITED,
				AuthorReference.of(author));
	}

	/** Returns the position of a post or comment, which have no numbers. */
	public static ModeratedPostReference unnumbered(String id, PersonReference author) {
		return new ModeratedPostReference(id, 0, AuthorReference.of(author));
	}

	public static boolean contains(ModeratedThreadReference thread) {
		return List.of(PUBLIC, LIMITED).contains(thread.category());
	}

}
