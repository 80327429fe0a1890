package org.parley.summary.engine;

import org.parley.summary.discussion.Passage;

/**
 * What something said that a summary rests on: when the print changes, the summary counts
 * no more.
 *
 * @param number of the post; {@value #TITLE} is the thread's title
 * @param print of what it said; of a title, the title
 */
public record ContentFingerprint(int number, String print) {

	/** Stands for the thread's title. */
	public static final int TITLE = 0;

	public static ContentFingerprint of(Passage passage) {
		return new ContentFingerprint(passage.number(), passage.print());
	}

	public static ContentFingerprint ofTitle(String title) {
		return new ContentFingerprint(TITLE, title);
	}

}
