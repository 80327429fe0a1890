package org.parley.auth.signin.passkey.webauthn;

import org.jspecify.annotations.Nullable;

/** The response of an authenticator is malformed, or fails verification. */
public final class InvalidCredentialException extends RuntimeException {

	InvalidCredentialException(@Nullable Throwable cause) {
		super("Invalid response of an authenticator", cause);
	}

}
