package org.parley.auth.user;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** 403 {@code auth.banned}, which says until when and why. */
public final class BannedException extends ProblemException {

	BannedException(Ban ban) {
		super(HttpStatus.FORBIDDEN, "auth.banned", "This account is banned%s. The reason: %s"
			.formatted((ban.until() != null) ? " until " + ban.until() : "", ban.reason()));
	}

}
