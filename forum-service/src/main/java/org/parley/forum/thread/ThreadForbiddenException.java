package org.parley.forum.thread;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The caller sees the thread but may not change it. */
final class ThreadForbiddenException extends RefusalException {

	ThreadForbiddenException() {
		super(RefusalKind.FORBIDDEN, "thread.forbidden", "Only its author and moderators may change this thread.");
	}

}
