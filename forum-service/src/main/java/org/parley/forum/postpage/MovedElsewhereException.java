package org.parley.forum.postpage;

import java.net.URI;

/** What was asked for is in another thread. */
final class MovedElsewhereException extends RuntimeException {

	private final transient URI address;

	MovedElsewhereException(URI address) {
		super("The posts are elsewhere", null, false, false);
		this.address = address;
	}

	URI address() {
		return this.address;
	}

}
