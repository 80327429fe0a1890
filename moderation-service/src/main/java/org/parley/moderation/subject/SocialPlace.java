package org.parley.moderation.subject;

import java.util.List;

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

	/** Returns the place of a post and its comments. */
	public static ModeratedThreadReference of(String postId, AuthorReference author, boolean everybody) {
		return new ModeratedThreadReference(postId, "", "", everybody ? PUBLIC : LIMITED, author);
	}

	/** Returns the position of a post or comment, which have no numbers. */
	public static ModeratedPostReference unnumbered(String id, AuthorReference author) {
		return new ModeratedPostReference(id, 0, author);
	}

	public static boolean contains(ModeratedThreadReference thread) {
		return List.of(PUBLIC, LIMITED).contains(thread.category());
	}

}
