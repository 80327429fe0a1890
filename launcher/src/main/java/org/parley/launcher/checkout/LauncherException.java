package org.parley.launcher.checkout;

/**
 * A failure that the user can resolve; its message says how.
 */
public class LauncherException extends RuntimeException {

	public LauncherException(String message) {
		super(message);
	}

}
