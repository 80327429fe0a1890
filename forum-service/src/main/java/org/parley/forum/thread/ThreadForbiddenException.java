package org.parley.forum.thread;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The caller sees the thread but may not change it. */
final class ThreadForbiddenException extends ProblemException {

	ThreadForbiddenException() {
		super(RefusalKind.FORBIDDEN, "thread.forbidden", "Only its author and moderators may change this thread.");
	}

}
