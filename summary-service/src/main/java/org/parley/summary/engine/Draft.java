package org.parley.summary.engine;

import java.util.List;

/**
 * What an engine has made.
 *
 * @param engine the model's name, or {@code extractive}
 * @param sentences of the summary
 * @param basis all that the words may come from
 * @param coveredThrough the number of the last post that it covers
 */
public record Draft(String engine, List<Sentence> sentences, List<Print> basis, int coveredThrough) {
}
