package org.parley.realtime.connection;

/** What a client asks for is refused; the code says why. */
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
