package org.parley.summary.engine;

import java.util.List;

/**
 * The result of an engine.
 *
 * @param engine the model's name, or {@code extractive}
 * @param basis the posts and title that the summary is based on
 * @param coveredThrough the number of the last post that it covers
 */
public record SummaryDraft(String engine, List<SummarySentence> sentences, List<ContentFingerprint> basis,
		int coveredThrough) {
}
