package org.parley.platform.events.deadletter;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** 404: the dead letter does not exist. */
final class DeadLetterNotFoundException extends ProblemException {

	DeadLetterNotFoundException() {
		super(RefusalKind.NOT_FOUND, "dead-letter.unknown", "The dead letter does not exist.");
	}

}
