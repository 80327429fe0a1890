package org.parley.platform.events.deadletter;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** There is no such dead letter. */
final class DeadLetterNotFoundException extends ProblemException {

	DeadLetterNotFoundException() {
		super(HttpStatus.NOT_FOUND, "dead-letter.unknown", "There is no such dead letter.");
	}

}
