package org.parley.auth.user;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** 409 {@code user.email-taken}. */
public final class EmailTakenException extends ProblemException {

	public EmailTakenException() {
		super(RefusalKind.CONFLICT, "user.email-taken", "An account with this mail address exists already.");
	}

}
