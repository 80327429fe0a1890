package org.parley.forum.post;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The caller sees the post but may not do this with it. */
final class PostForbiddenException extends ProblemException {

	PostForbiddenException() {
		super(RefusalKind.FORBIDDEN, "post.forbidden", "Only its author and moderators may do this.");
	}

}
