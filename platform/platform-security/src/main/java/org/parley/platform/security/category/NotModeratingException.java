package org.parley.platform.security.category;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/**
 * 403: the operation is for moderators. The answer equals that of any other denied
 * operation.
 */
final class NotModeratingException extends ProblemException {

	NotModeratingException() {
		super(RefusalKind.FORBIDDEN, "auth.forbidden", "You may not do this.");
	}

}
