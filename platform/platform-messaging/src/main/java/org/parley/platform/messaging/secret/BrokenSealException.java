package org.parley.platform.messaging.secret;

/** A sealed value is for another service, was modified, or its key is unknown. */
public class BrokenSealException extends RuntimeException {

	BrokenSealException(String reason) {
		super(reason);
	}

}
