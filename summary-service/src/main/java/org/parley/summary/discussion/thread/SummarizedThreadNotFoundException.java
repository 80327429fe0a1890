package org.parley.summary.discussion.thread;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The thread does not exist, or the caller cannot read it. */
public final class SummarizedThreadNotFoundException extends RefusalException {

	public SummarizedThreadNotFoundException() {
		super(RefusalKind.NOT_FOUND, "thread.not-found", "The thread does not exist.");
	}

}
