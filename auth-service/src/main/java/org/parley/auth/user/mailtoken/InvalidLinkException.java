package org.parley.auth.user.mailtoken;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** 400 {@code auth.link-invalid}: one answer for whatever is wrong with a secret. */
public final class InvalidLinkException extends ProblemException {

	public InvalidLinkException() {
		super(HttpStatus.BAD_REQUEST, "auth.link-invalid",
				"The link does not count, was used already, or is too old. Ask for a new one.");
	}

}
