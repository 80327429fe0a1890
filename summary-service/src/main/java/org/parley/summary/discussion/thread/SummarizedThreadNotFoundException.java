package org.parley.summary.discussion;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** There is no such thread, or none that the caller may see. */
public final class SummarizedThreadNotFoundException extends ProblemException {

	public SummarizedThreadNotFoundException() {
		super(HttpStatus.NOT_FOUND, "thread.not-found", "There is no such thread.");
	}

}
