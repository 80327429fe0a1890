package org.parley.localstack;

import java.util.Objects;

/**
 * No servers are running and none can be started; the message says what to install.
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
	 * Checks whether tests must fail without servers, as in a CI build; elsewhere they
	 * are skipped.
	 */
	public static boolean failsTests() {
		return Boolean.parseBoolean(System.getenv("CI"));
	}

}
