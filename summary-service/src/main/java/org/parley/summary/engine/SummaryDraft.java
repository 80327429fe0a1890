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
public record SummaryDraft(String engine, List<SummarySentence> sentences, List<ContentFingerprint> basis,
		int coveredThrough) {
}
