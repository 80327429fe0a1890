package org.parley.forum.post;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The post does not exist, or the caller may not see it. */
final class PostNotFoundException extends ProblemException {

	PostNotFoundException() {
		super(RefusalKind.NOT_FOUND, "post.not-found", "The post does not exist.");
	}

}
