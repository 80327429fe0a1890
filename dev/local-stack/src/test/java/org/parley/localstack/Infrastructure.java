package org.parley.localstack;

import java.util.function.Supplier;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Returns servers for a test, or skips or fails it as {@link StackUnavailableException}
 * specifies.
 */
public final class Infrastructure {

	private Infrastructure() {
	}

	public static Servers from(Supplier<Servers> start) {
		try {
			return start.get();
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			return abort(ex.getMessage());
		}
	}

}
