package org.parley.forum.thread;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** What was in the thread is in another now, which the caller may see. */
public final class ThreadMergedException extends ProblemException {

	private final String threadId;

	private final String into;

	ThreadMergedException(String threadId, String into) {
		super(HttpStatus.CONFLICT, "thread.merged", "The thread is part of another one now.");
		this.threadId = threadId;
		this.into = into;
	}

	/** The thread that was asked for. */
	public String threadId() {
		return this.threadId;
	}

	/** The thread where everything is now. */
	public String into() {
		return this.into;
	}

}
