package org.parley.forum.thread;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The thread does not exist, or the caller may not see it. */
public final class ThreadNotFoundException extends RefusalException {

	public ThreadNotFoundException() {
		super(RefusalKind.NOT_FOUND, "thread.not-found", "The thread does not exist.");
	}

}
