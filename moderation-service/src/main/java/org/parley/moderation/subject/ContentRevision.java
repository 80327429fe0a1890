package org.parley.moderation.subject;

/**
 * Which content of a post: a verdict is about one, and an older one changes nothing.
 *
 * @param post the version of the post
 * @param title the version of the thread whose title was seen with it; 0 where the title
 * does not belong to it
 */
public record ContentRevision(long post, long title) {

	public boolean isAfter(ContentRevision other) {
		return (this.post != other.post) ? this.post > other.post : this.title > other.title;
	}

}
