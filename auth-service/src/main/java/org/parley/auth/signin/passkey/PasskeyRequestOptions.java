package org.parley.auth.signin.passkey;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a browser needs to sign in, as
 * {@code PublicKeyCredential.parseRequestOptionsFromJSON} reads it; the same for
 * everybody, as nobody has said who they are.
 *
 * @param challenge to be signed, base64url
 * @param timeout milliseconds that the owner may take
 * @param rpId whose passkey it is
 * @param allowCredentials none: the device knows which passkeys it has
 * @param userVerification the device asks its owner for a finger or a number
 */
@Schema(name = "PasskeyRequestOptions")
record PasskeyRequestOptions(@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") String challenge,
		@Schema(example = "300000") long timeout, @Schema(example = "forum.example.org") String rpId,
		List<PasskeyCreationOptions.Known> allowCredentials, @Schema(example = "required") String userVerification) {

	static PasskeyRequestOptions of(byte[] challenge, RelyingParty party) {
		return new PasskeyRequestOptions(WebAuthnVerifier.encode(challenge), party.patienceMillis(), party.id(),
				List.of(), "required");
	}

}
