package org.parley.forum.thread;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The thread does not exist, or the caller may not see it. */
public final class ThreadNotFoundException extends ProblemException {

	public ThreadNotFoundException() {
		super(HttpStatus.NOT_FOUND, "thread.not-found", "The thread does not exist.");
	}

}
