package org.parley.summary.engine.extractive;

import java.util.List;

/**
 * A sentence of a post.
 *
 * @param words the words that are compared
 * @param number the number of its post
 * @param place the index of its post in the sample
 * @param opening whether it is the first sentence of its post
 */
record CandidateSentence(String text, List<String> words, int number, int place, boolean opening) {
}
