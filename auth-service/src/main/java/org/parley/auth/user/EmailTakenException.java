package org.parley.auth.user;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** 409 {@code user.email-taken}. */
public final class EmailTakenException extends RefusalException {

	public EmailTakenException() {
		super(RefusalKind.CONFLICT, "user.email-taken", "An account with this mail address exists already.");
	}

}
