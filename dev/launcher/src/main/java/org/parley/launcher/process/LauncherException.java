package org.parley.launcher.process;

/**
 * A failure that the user can resolve; its message says how.
 */
public class LauncherException extends RuntimeException {

	public LauncherException(String message) {
		super(message);
	}

}
