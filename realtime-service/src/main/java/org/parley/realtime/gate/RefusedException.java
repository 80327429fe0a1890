package org.parley.realtime.gate;

/** What a client asks for is refused; the code says why. */
final class RefusedException extends Exception {

	private final String code;

	RefusedException(String code) {
		super(code);
		this.code = code;
	}

	String code() {
		return this.code;
	}

}
