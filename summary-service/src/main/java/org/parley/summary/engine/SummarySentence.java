package org.parley.summary.engine;

import java.util.List;

/**
 * A sentence of a summary.
 *
 * @param posts the numbers of the posts that it cites
 */
public record SummarySentence(String text, List<Integer> posts) {

	/** The maximum length in characters. */
	public static final int MAX_LENGTH = 400;

}
