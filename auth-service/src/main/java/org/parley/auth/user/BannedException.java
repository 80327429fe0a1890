package org.parley.auth.user;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** 403 {@code auth.banned}, with the end and the reason of the ban. */
public final class BannedException extends RefusalException {

	BannedException(Ban ban) {
		super(RefusalKind.FORBIDDEN, "auth.banned", "This account is banned%s. Reason: %s"
			.formatted((ban.until() != null) ? " until " + ban.until() : "", ban.reason()));
	}

}
