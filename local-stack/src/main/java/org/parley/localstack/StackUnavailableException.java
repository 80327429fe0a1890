package org.parley.localstack;

import java.util.Objects;

/**
 * This machine has no servers and no way to start them; the message says what to install.
 */
public final class StackUnavailableException extends RuntimeException {

	StackUnavailableException(String message) {
		super(message);
	}

	@Override
	public String getMessage() {
		return Objects.requireNonNull(super.getMessage());
	}

	/**
	 * Says whether tests that need servers must fail without them, as they must in a
	 * continuous integration build; elsewhere they are skipped visibly.
	 */
	public static boolean failsTests() {
		return Boolean.parseBoolean(System.getenv("CI"));
	}

}
