package org.parley.forum.postpage;

import java.net.URI;

/** The requested posts are in another thread. */
final class MovedElsewhereException extends RuntimeException {

	private final transient URI address;

	MovedElsewhereException(URI address) {
		super("The posts were moved to another thread", null, false, false);
		this.address = address;
	}

	URI address() {
		return this.address;
	}

}
