package org.parley.summary.engine.chat;

import org.parley.summary.engine.EngineFailedException;

/** Today's token budget does not suffice for the call. */
final class TokenBudgetSpentException extends EngineFailedException {

	TokenBudgetSpentException() {
		super("budget-spent", null);
	}

}
