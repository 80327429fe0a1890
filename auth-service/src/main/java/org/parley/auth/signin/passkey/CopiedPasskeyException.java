package org.parley.auth.signin.passkey;

/**
 * A passkey that counts has signed less often than it had before: somebody has a copy.
 */
final class CopiedPasskeyException extends RuntimeException {

	CopiedPasskeyException() {
		super("A passkey's count did not grow");
	}

}
