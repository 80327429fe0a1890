package org.parley.auth.signin.passkey;

/** The signature count of a passkey has not grown, which indicates a copy of its key. */
final class CopiedPasskeyException extends RuntimeException {

	CopiedPasskeyException() {
		super("The signature count of the passkey has not grown");
	}

}
