package org.parley.summary.discussion.thread;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The thread does not exist, or the caller cannot read it. */
public final class SummarizedThreadNotFoundException extends ProblemException {

	public SummarizedThreadNotFoundException() {
		super(RefusalKind.NOT_FOUND, "thread.not-found", "The thread does not exist.");
	}

}
