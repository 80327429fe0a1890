package org.parley.forum.thread;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The thread was merged into another one, which the caller may see. */
public final class ThreadMergedException extends RefusalException {

	private final String threadId;

	private final String into;

	ThreadMergedException(String threadId, String into) {
		super(RefusalKind.CONFLICT, "thread.merged", "The thread was merged into another one.");
		this.threadId = threadId;
		this.into = into;
	}

	/** The id of the requested thread. */
	public String threadId() {
		return this.threadId;
	}

	/** The id of the thread that holds its posts. */
	public String into() {
		return this.into;
	}

}
