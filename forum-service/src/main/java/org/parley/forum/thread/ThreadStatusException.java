package org.parley.forum.thread;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The thread's status does not allow the operation. The code names the status. */
public final class ThreadStatusException extends RefusalException {

	public ThreadStatusException(ThreadStatus status) {
		this(status.json());
	}

	private ThreadStatusException(String status) {
		super(RefusalKind.CONFLICT, "thread." + status, "The thread is " + status + ".");
	}

	static ThreadStatusException removed() {
		return new ThreadStatusException("removed");
	}

}
