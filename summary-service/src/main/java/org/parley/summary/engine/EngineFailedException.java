package org.parley.summary.engine;

import org.jspecify.annotations.Nullable;

/** An engine failed; another engine may succeed. */
public class EngineFailedException extends RuntimeException {

	private final String outcome;

	/**
	 * Creates the exception.
	 * @param outcome the outcome for metrics and logs
	 */
	public EngineFailedException(String outcome, @Nullable Throwable cause) {
		super(outcome, cause);
		this.outcome = outcome;
	}

	public String outcome() {
		return this.outcome;
	}

}
