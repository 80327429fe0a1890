package org.parley.summary.engine;

import java.time.Duration;

/** Makes summaries. */
public interface SummaryEngine {

	/** The model's name, or {@code extractive}. */
	String name();

	/** How long one summary may take at most, with everything that may be in the way. */
	Duration patience();

	/**
	 * Sums up a thread.
	 * @throws NothingToReadException when no post says anything
	 * @throws EngineFailedException when it cannot be done now
	 */
	SummaryDraft summarize(SummaryMaterial summaryMaterial);

}
