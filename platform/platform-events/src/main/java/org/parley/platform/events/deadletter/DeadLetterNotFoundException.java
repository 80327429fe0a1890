package org.parley.platform.events.deadletter;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** 404: the dead letter does not exist. */
final class DeadLetterNotFoundException extends ProblemException {

	DeadLetterNotFoundException() {
		super(HttpStatus.NOT_FOUND, "dead-letter.unknown", "The dead letter does not exist.");
	}

}
