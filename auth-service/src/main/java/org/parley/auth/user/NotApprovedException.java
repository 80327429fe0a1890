package org.parley.auth.user;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** 403 {@code account.awaiting-approval}, until an administrator approves the account. */
public final class NotApprovedException extends RefusalException {

	public NotApprovedException() {
		super(RefusalKind.FORBIDDEN, "account.awaiting-approval",
				"An administrator has to approve this account first. You will receive a mail.");
	}

}
