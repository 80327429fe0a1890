package org.parley.localstack;

import java.util.function.Supplier;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Servers for a test; without any, the test is skipped visibly or fails, as
 * {@link StackUnavailableException} says.
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
