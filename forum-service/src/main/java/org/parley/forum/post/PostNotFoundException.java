package org.parley.forum.post;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** There is no such post, or none that the caller may see. */
final class PostNotFoundException extends ProblemException {

	PostNotFoundException() {
		super(HttpStatus.NOT_FOUND, "post.not-found", "There is no such post.");
	}

}
