package org.parley.realtime.access;

/** Result of checking whether a reader may read a thread. */
public enum ReadPermission {

	/** The reader may read the thread. */
	GRANTED("ok"),
	/** The thread does not exist, or is hidden from this reader. */
	UNKNOWN("thread.not-found"),
	/** The reader may not read the thread's category; reported as an unknown thread. */
	FORBIDDEN("thread.not-found");

	private final String code;

	ReadPermission(String code) {
		this.code = code;
	}

	/** The code that clients receive. */
	public String code() {
		return this.code;
	}

}
