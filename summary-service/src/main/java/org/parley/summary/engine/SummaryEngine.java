package org.parley.summary.engine;

import java.time.Duration;

/** Summarizes threads. */
public interface SummaryEngine {

	/** The model's name, or {@code extractive}. */
	String name();

	/** The longest time that a summary takes, with all retries. */
	Duration maxDuration();

	/**
	 * Summarizes a thread.
	 * @throws NothingToReadException when the thread has no visible text
	 * @throws EngineFailedException when the engine fails
	 */
	SummaryDraft summarize(SummaryMaterial summaryMaterial);

}
