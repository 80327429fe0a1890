package org.parley.summary.engine.chat;

import org.parley.summary.engine.EngineFailedException;

/** The model has been asked enough for today. */
final class TokenBudgetSpentException extends EngineFailedException {

	TokenBudgetSpentException() {
		super("budget-spent", null);
	}

}
