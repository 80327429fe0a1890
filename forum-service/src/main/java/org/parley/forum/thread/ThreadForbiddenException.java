package org.parley.forum.thread;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The caller sees the thread but may not change it. */
final class ThreadForbiddenException extends ProblemException {

	ThreadForbiddenException() {
		super(HttpStatus.FORBIDDEN, "thread.forbidden", "Only its author and moderators may change this thread.");
	}

}
