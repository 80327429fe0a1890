package org.parley.realtime.access;

/** Whether somebody may read a thread. */
public enum ReadPermission {

	/** They may. */
	GRANTED("ok"),
	/** There is no such thread, or none that they may know of. */
	UNKNOWN("thread.not-found"),
	/** Its category is not for them; to them it is as if there were none. */
	FORBIDDEN("thread.not-found");

	private final String code;

	ReadPermission(String code) {
		this.code = code;
	}

	/** As clients are told. */
	public String code() {
		return this.code;
	}

}
