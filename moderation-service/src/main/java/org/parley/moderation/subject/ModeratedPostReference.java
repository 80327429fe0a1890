package org.parley.moderation.subject;

/**
 * Names a post.
 *
 * @param id the post's id
 * @param number its place in the thread; 1 opens it
 * @param author who wrote it
 */
public record ModeratedPostReference(String id, int number, AuthorReference author) {

	/** Whether the thread begins with it, so that its title is checked with it. */
	public boolean opensThread() {
		return this.number == 1;
	}

}
