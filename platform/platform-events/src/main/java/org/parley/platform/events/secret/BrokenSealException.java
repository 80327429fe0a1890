package org.parley.platform.events.secret;

/** What was sealed is not for this service, was changed, or its key is not known here. */
public class BrokenSealException extends RuntimeException {

	BrokenSealException(String reason) {
		super(reason);
	}

}
