package org.parley.summary.engine;

import org.jspecify.annotations.Nullable;

/** An engine cannot do it now; another may. */
public class EngineFailedException extends RuntimeException {

	private final String outcome;

	/**
	 * The engine says why.
	 * @param outcome a word for metrics and logs
	 * @param cause what it saw, if it saw anything
	 */
	public EngineFailedException(String outcome, @Nullable Throwable cause) {
		super(outcome, cause);
		this.outcome = outcome;
	}

	public String outcome() {
		return this.outcome;
	}

}
