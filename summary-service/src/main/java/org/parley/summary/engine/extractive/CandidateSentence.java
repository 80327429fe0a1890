package org.parley.summary.engine.extractive;

import java.util.List;

/**
 * A sentence that somebody wrote.
 *
 * @param text what it says
 * @param words what it is compared by
 * @param number of its post
 * @param place of its post among those looked at, from 0
 * @param opening whether its post begins with it
 */
record CandidateSentence(String text, List<String> words, int number, int place, boolean opening) {
}
