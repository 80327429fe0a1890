package org.parley.platform.messaging.secret;

/**
 * A value is sealed under a key that this service does not have, or not yet, such as
 * during the replacement of a key.
 */
public class UnknownSealKeyException extends BrokenSealException {

	UnknownSealKeyException() {
		super("The key of the sealed value is unknown");
	}

}
