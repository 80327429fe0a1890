package org.parley.auth.signin.secondfactor;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The code of a second factor is wrong or has been used. */
public final class WrongCodeException extends RefusalException {

	private WrongCodeException(RefusalKind kind) {
		super(kind, "auth.otp-wrong", "The code is wrong or has already been used. Wait for the next one.");
	}

	/** 401, as the user is not signed in yet. */
	static WrongCodeException ofSignIn() {
		return new WrongCodeException(RefusalKind.UNAUTHENTICATED);
	}

	/** 403, as the user is signed in. */
	static WrongCodeException ofChange() {
		return new WrongCodeException(RefusalKind.FORBIDDEN);
	}

	static RefusalException none() {
		return RefusalException.notFound("two-factor.none",
				"Two-factor sign-in is not enabled, or its enrolment has not been started.");
	}

}
