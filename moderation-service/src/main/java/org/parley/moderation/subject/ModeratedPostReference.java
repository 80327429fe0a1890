package org.parley.moderation.subject;

import org.parley.contracts.forum.PostReference;

/**
 * A reference to a post, as in events.
 *
 * @param number its position in the thread or conversation, counted from 1; 0 for a
 * social post or comment
 */
public record ModeratedPostReference(String id, int number, AuthorReference author) {

	public static ModeratedPostReference of(PostReference post) {
		return new ModeratedPostReference(post.id(), post.number(), AuthorReference.of(post.author()));
	}

	/** Whether this is the first post, which is checked together with the title. */
	public boolean opensThread() {
		return this.number == 1;
	}

}
