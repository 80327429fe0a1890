package org.parley.auth.signin.passkey;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.parley.auth.signin.passkey.webauthn.RelyingParty;
import org.parley.auth.signin.passkey.webauthn.WebAuthnVerifier;

/**
 * Options of a new passkey, as {@code PublicKeyCredential.parseCreationOptionsFromJSON}
 * reads them.
 *
 * @param challenge to sign, base64url
 * @param pubKeyCredParams supported kinds of keys, preferred first
 * @param timeout in milliseconds
 * @param excludeCredentials the caller's passkeys: a device that has one creates no other
 * @param authenticatorSelection requirements for the authenticator
 * @param attestation always {@code none}: any model of authenticator is accepted
 */
@Schema(name = "PasskeyCreationOptions")
public record PasskeyCreationOptions(@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") String challenge,
		Party rp, Owner user, List<Kind> pubKeyCredParams, @Schema(example = "300000") long timeout,
		List<Known> excludeCredentials, Selection authenticatorSelection,
		@Schema(example = "none") String attestation) {

	static PasskeyCreationOptions of(byte[] challenge, Owner owner, List<Passkey> passkeys, RelyingParty party) {
		return new PasskeyCreationOptions(WebAuthnVerifier.encode(challenge), new Party(party.id(), party.name()),
				owner,
				WebAuthnVerifier.ALGORITHMS.stream()
					.map((algorithm) -> new Kind("public-key", algorithm.getValue()))
					.toList(),
				party.timeoutMillis(), passkeys.stream().map(Known::of).toList(),
				new Selection("required", true, "required"), "none");
	}

	/** The relying party. */
	@Schema(name = "PasskeyParty")
	record Party(@Schema(example = "forum.example.org") String id, @Schema(example = "Parley") String name) {
	}

	/**
	 * The owner of the passkey.
	 *
	 * @param id of the user, base64url
	 */
	@Schema(name = "PasskeyOwner")
	record Owner(@Schema(example = "MDFLQUcyVjdROFg0TTZUME4zUjVXOVlaQUI") String id,
			@Schema(example = "alice") String name, @Schema(example = "Alice Liddell") String displayName) {

		static Owner of(String userId, String username, String displayName) {
			return new Owner(WebAuthnVerifier.encode(userId.getBytes(StandardCharsets.UTF_8)), username, displayName);
		}

	}

	/**
	 * A kind of key.
	 *
	 * @param alg the COSE algorithm
	 */
	@Schema(name = "PasskeyKind")
	record Kind(@Schema(example = "public-key") String type, @Schema(example = "-7") long alg) {
	}

	/**
	 * A passkey that the caller has.
	 *
	 * @param id of the credential, base64url
	 */
	@Schema(name = "KnownPasskey")
	record Known(@Schema(example = "public-key") String type,
			@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") String id,
			@Schema(example = "[\"internal\"]") List<String> transports) {

		static Known of(Passkey passkey) {
			return new Known("public-key", passkey.credentialId(), passkey.transports());
		}

	}

	/**
	 * Requirements for the authenticator.
	 *
	 * @param residentKey stores the key, so that a sign-in needs no username
	 * @param requireResidentKey the same, for older browsers
	 * @param userVerification verifies its owner, by fingerprint or PIN
	 */
	@Schema(name = "PasskeySelection")
	record Selection(@Schema(example = "required") String residentKey, boolean requireResidentKey,
			@Schema(example = "required") String userVerification) {
	}

}
