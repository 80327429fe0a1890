package org.parley.auth.signin.secondfactor;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The code of a second factor is wrong, or was used before. */
public final class WrongCodeException extends ProblemException {

	private WrongCodeException(HttpStatus status) {
		super(status, "auth.otp-wrong", "The code is wrong, or was used before. Wait for the next one.");
	}

	/** Who signs in is not known yet. */
	static WrongCodeException signingIn() {
		return new WrongCodeException(HttpStatus.UNAUTHORIZED);
	}

	/** Who changes their factor is signed in all the same. */
	static WrongCodeException refused() {
		return new WrongCodeException(HttpStatus.FORBIDDEN);
	}

	static ProblemException none() {
		return ProblemException.notFound("two-factor.none", "Two-factor sign-in is not on, or not begun.");
	}

}
