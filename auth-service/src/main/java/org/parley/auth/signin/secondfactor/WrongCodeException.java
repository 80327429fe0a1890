package org.parley.auth.signin.secondfactor;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The code of a second factor is wrong or has been used. */
public final class WrongCodeException extends ProblemException {

	private WrongCodeException(HttpStatus status) {
		super(status, "auth.otp-wrong", "The code is wrong or has already been used. Wait for the next one.");
	}

	/** 401, as the user is not signed in yet. */
	static WrongCodeException ofSignIn() {
		return new WrongCodeException(HttpStatus.UNAUTHORIZED);
	}

	/** 403, as the user is signed in. */
	static WrongCodeException ofChange() {
		return new WrongCodeException(HttpStatus.FORBIDDEN);
	}

	static ProblemException none() {
		return ProblemException.notFound("two-factor.none",
				"Two-factor sign-in is not enabled, or its enrolment has not been started.");
	}

}
