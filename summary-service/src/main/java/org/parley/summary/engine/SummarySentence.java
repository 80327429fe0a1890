package org.parley.summary.engine;

import java.util.List;

/**
 * A sentence of a summary.
 *
 * @param text what it says
 * @param posts the numbers of the posts that it rests on
 */
public record SummarySentence(String text, List<Integer> posts) {

	/** Longer ones are cut, or refused. */
	public static final int LONGEST = 400;

}
