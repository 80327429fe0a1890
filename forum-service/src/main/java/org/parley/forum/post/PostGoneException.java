package org.parley.forum.post;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The post is deleted or removed. The code names its status. */
final class PostGoneException extends ProblemException {

	PostGoneException(PostStatus status) {
		super(RefusalKind.CONFLICT, "post." + status.json(), "The post is " + status.json() + ".");
	}

}
