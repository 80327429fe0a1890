package org.parley.forum.reading;

import java.net.URI;

/** What was asked for is in another thread. */
final class ElsewhereException extends RuntimeException {

	private final transient URI address;

	ElsewhereException(URI address) {
		super("The posts are elsewhere", null, false, false);
		this.address = address;
	}

	URI address() {
		return this.address;
	}

}
