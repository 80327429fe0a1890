package org.parley.launcher.checkout;

/**
 * Something that a person can act on; the message says how.
 */
public class LauncherException extends RuntimeException {

	public LauncherException(String message) {
		super(message);
	}

}
