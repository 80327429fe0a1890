package org.parley.auth.user;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** 409 {@code user.email-taken}. */
public final class EmailTakenException extends ProblemException {

	public EmailTakenException() {
		super(HttpStatus.CONFLICT, "user.email-taken", "An account with this mail address exists already.");
	}

}
