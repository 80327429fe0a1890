package org.parley.auth.signin.passkey;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.parley.auth.user.User;

/**
 * What a browser needs to make a passkey, as
 * {@code PublicKeyCredential.parseCreationOptionsFromJSON} reads it.
 *
 * @param challenge to be signed, base64url
 * @param rp whose passkey it is
 * @param user who will sign in with it
 * @param pubKeyCredParams the kinds of keys, the best first
 * @param timeout milliseconds that the owner may take
 * @param excludeCredentials passkeys that they have: a device that knows one makes no
 * other
 * @param authenticatorSelection what the device must do
 * @param attestation nobody asks which make of device it is
 */
@Schema(name = "PasskeyCreationOptions")
record PasskeyCreationOptions(@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") String challenge,
		Party rp, Owner user, List<Kind> pubKeyCredParams, @Schema(example = "300000") long timeout,
		List<Known> excludeCredentials, Selection authenticatorSelection,
		@Schema(example = "none") String attestation) {

	static PasskeyCreationOptions of(byte[] challenge, User user, List<Passkey> passkeys, RelyingParty party) {
		return new PasskeyCreationOptions(WebAuthnVerifier.encode(challenge), new Party(party.id(), party.name()),
				new Owner(WebAuthnVerifier.encode(user.id().getBytes(StandardCharsets.UTF_8)), user.username(),
						user.profile().displayName()),
				WebAuthnVerifier.ALGORITHMS.stream()
					.map((algorithm) -> new Kind("public-key", algorithm.getValue()))
					.toList(),
				party.patienceMillis(), passkeys.stream().map(Known::of).toList(),
				new Selection("required", true, "required"), "none");
	}

	/**
	 * This place.
	 *
	 * @param id its domain
	 * @param name how devices call it
	 */
	@Schema(name = "PasskeyParty")
	record Party(@Schema(example = "forum.example.org") String id, @Schema(example = "Parley") String name) {
	}

	/**
	 * Who will sign in.
	 *
	 * @param id what the device keeps of them, base64url
	 * @param name unique
	 * @param displayName as shown to others
	 */
	@Schema(name = "PasskeyOwner")
	record Owner(@Schema(example = "MDFLQUcyVjdROFg0TTZUME4zUjVXOVlaQUI") String id,
			@Schema(example = "alice") String name, @Schema(example = "Alice Liddell") String displayName) {
	}

	/**
	 * A kind of key.
	 *
	 * @param type always the same
	 * @param alg a COSE algorithm
	 */
	@Schema(name = "PasskeyKind")
	record Kind(@Schema(example = "public-key") String type, @Schema(example = "-7") long alg) {
	}

	/**
	 * A passkey that they have.
	 *
	 * @param type always the same
	 * @param id how the device names it, base64url
	 * @param transports how a browser may reach the device
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
	 * What the device must do.
	 *
	 * @param residentKey keep the key, so that nobody need say who they are
	 * @param requireResidentKey the same, for older browsers
	 * @param userVerification ask its owner for a finger or a number
	 */
	@Schema(name = "PasskeySelection")
	record Selection(@Schema(example = "required") String residentKey, boolean requireResidentKey,
			@Schema(example = "required") String userVerification) {
	}

}
