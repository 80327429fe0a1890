package org.parley.forum.post;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The post is deleted or removed. The code names its status. */
final class PostGoneException extends ProblemException {

	PostGoneException(PostStatus status) {
		super(HttpStatus.CONFLICT, "post." + status.json(), "The post is " + status.json() + ".");
	}

}
