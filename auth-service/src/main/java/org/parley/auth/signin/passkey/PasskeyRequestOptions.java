package org.parley.auth.signin.passkey;

import java.util.List;

import org.parley.auth.signin.passkey.webauthn.RelyingParty;
import org.parley.auth.signin.passkey.webauthn.WebAuthnVerifier;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Options of a sign-in, as {@code PublicKeyCredential.parseRequestOptionsFromJSON} reads
 * them. They reveal no account.
 *
 * @param challenge to sign, base64url
 * @param timeout in milliseconds
 * @param rpId domain of this installation
 * @param allowCredentials empty: the device finds the passkey itself
 * @param userVerification always required
 */
@Schema(name = "PasskeyRequestOptions")
record PasskeyRequestOptions(@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") String challenge,
		@Schema(example = "300000") long timeout, @Schema(example = "forum.example.org") String rpId,
		List<PasskeyCreationOptions.Known> allowCredentials, @Schema(example = "required") String userVerification) {

	static PasskeyRequestOptions of(byte[] challenge, RelyingParty party) {
		return new PasskeyRequestOptions(WebAuthnVerifier.encode(challenge), party.timeoutMillis(), party.id(),
				List.of(), "required");
	}

}
