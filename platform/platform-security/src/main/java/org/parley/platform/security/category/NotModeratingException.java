package org.parley.platform.security.category;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * Only moderators may do this. The same is said of every operation that a token's roles
 * and scopes refuse.
 */
final class NotModeratingException extends ProblemException {

	NotModeratingException() {
		super(HttpStatus.FORBIDDEN, "auth.forbidden", "You may not do this.");
	}

}
