package org.parley.forum.thread;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The thread does not exist, or the caller may not see it. */
public final class ThreadNotFoundException extends ProblemException {

	public ThreadNotFoundException() {
		super(RefusalKind.NOT_FOUND, "thread.not-found", "The thread does not exist.");
	}

}
