package org.parley.forum.thread;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The thread's status does not let this happen. The code names the status. */
public final class WrongStatusException extends ProblemException {

	public WrongStatusException(ThreadStatus status) {
		this(status.json());
	}

	private WrongStatusException(String status) {
		super(HttpStatus.CONFLICT, "thread." + status, "The thread is " + status + ".");
	}

	static WrongStatusException removed() {
		return new WrongStatusException("removed");
	}

}
