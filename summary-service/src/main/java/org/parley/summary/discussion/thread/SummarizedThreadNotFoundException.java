package org.parley.summary.discussion.thread;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The thread does not exist, or the caller cannot read it. */
public final class SummarizedThreadNotFoundException extends ProblemException {

	public SummarizedThreadNotFoundException() {
		super(HttpStatus.NOT_FOUND, "thread.not-found", "The thread does not exist.");
	}

}
