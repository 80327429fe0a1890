package org.parley.forum.thread;

import java.time.Duration;
import java.util.List;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** A relocation moves posts out of or into the thread. The caller may retry. */
public final class ThreadBusyException extends RefusalException {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	private ThreadBusyException(String code, String detail) {
		super(RefusalKind.CONFLICT, code, detail, List.of(), RETRY_AFTER);
	}

	static ThreadBusyException closing() {
		return new ThreadBusyException("thread.closing", "Posts of the thread are being moved to another.");
	}

	static ThreadBusyException receiving() {
		return new ThreadBusyException("thread.receiving", "Posts of another thread are being moved to this one.");
	}

}
