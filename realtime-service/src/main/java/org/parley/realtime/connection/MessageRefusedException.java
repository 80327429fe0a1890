package org.parley.realtime.connection;

/** Rejects a client's request with a problem code. */
final class MessageRefusedException extends Exception {

	private final String code;

	MessageRefusedException(String code) {
		super(code);
		this.code = code;
	}

	String code() {
		return this.code;
	}

}
