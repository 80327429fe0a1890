package org.parley.moderation.subject;

/**
 * The revision of a post's content that a verdict is about.
 *
 * @param post the version of the post
 * @param title the version of the thread's title; 0 unless the post is the first one
 */
public record ContentRevision(long post, long title) {

	/** The revision of a new post. */
	public static final ContentRevision FIRST = new ContentRevision(0, 0);

	public boolean isAfter(ContentRevision other) {
		return (this.post != other.post) ? this.post > other.post : this.title > other.title;
	}

}
