package org.parley.forum.post;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The caller sees the post but may not do this with it. */
final class PostForbiddenException extends ProblemException {

	PostForbiddenException() {
		super(HttpStatus.FORBIDDEN, "post.forbidden", "Only its author and moderators may do this.");
	}

}
