package org.parley.auth.user.mailtoken;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** 400 {@code auth.link-invalid}, for every reason why a mailed secret is invalid. */
public final class InvalidLinkException extends RefusalException {

	public InvalidLinkException() {
		super(RefusalKind.INVALID, "auth.link-invalid",
				"The link is invalid, was used before or has expired. Request a new one.");
	}

}
