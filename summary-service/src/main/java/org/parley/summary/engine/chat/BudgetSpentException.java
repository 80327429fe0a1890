package org.parley.summary.engine.chat;

import org.parley.summary.engine.EngineFailedException;

/** The model has been asked enough for today. */
final class BudgetSpentException extends EngineFailedException {

	BudgetSpentException() {
		super("budget-spent", null);
	}

}
