package org.parley.summary.engine;

import org.parley.summary.discussion.post.Passage;

/**
 * The state of a post or title that a summary is based on. The summary is outdated when
 * the print changes.
 *
 * @param number the post's position; {@value #TITLE} for the thread's title
 * @param print a hash of the post's content; for a title, the title itself
 */
public record ContentFingerprint(int number, String print) {

	/** The number of the thread's title. */
	public static final int TITLE = 0;

	public static ContentFingerprint of(Passage passage) {
		return new ContentFingerprint(passage.number(), passage.print());
	}

	public static ContentFingerprint ofTitle(String title) {
		return new ContentFingerprint(TITLE, title);
	}

}
