package org.parley.forum.thread;

import java.time.Duration;
import java.util.List;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** Posts of the thread are on their way, or come from another; soon they are there. */
public final class ThreadBusyException extends ProblemException {

	private static final Duration SOON = Duration.ofSeconds(5);

	private ThreadBusyException(String code, String detail) {
		super(HttpStatus.CONFLICT, code, detail, List.of(), SOON);
	}

	/** What is in the thread is being moved, so that nothing may be added. */
	static ThreadBusyException closing() {
		return new ThreadBusyException("thread.closing", "Posts of the thread are being moved to another.");
	}

	/** Posts of another thread come here. */
	static ThreadBusyException receiving() {
		return new ThreadBusyException("thread.receiving", "Posts of another thread are being moved to this one.");
	}

}
