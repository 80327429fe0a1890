package org.parley.auth.signin.passkey;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.passkey.Passkey.Made;
import org.parley.auth.signin.passkey.Passkey.Used;

import org.springframework.stereotype.Component;

/**
 * Reads what devices say, and believes it once it is signed as it must be: for this
 * place, by a page of it, for this challenge, by a device that has verified its owner.
 * Which make of device it is nobody asks.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-rp-operations">Web Authentication
 * Level 3, section 7</a>
 */
@Component
class WebAuthnVerifier {

	/** EdDSA, ECDSA with P-256, RSA; in the order of preference. */
	static final List<COSEAlgorithmIdentifier> ALGORITHMS = List.of(COSEAlgorithmIdentifier.EdDSA,
			COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

	private static final List<PublicKeyCredentialParameters> KINDS = ALGORITHMS.stream()
		.map((algorithm) -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
		.toList();

	private final RelyingParty party;

	private final WebAuthnManager manager;

	private final AttestedCredentialDataConverter keys;

	WebAuthnVerifier(RelyingParty party) {
		var converter = new ObjectConverter();
		this.party = party;
		this.manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
		this.keys = new AttestedCredentialDataConverter(converter);
		// The count is judged by the passkey itself, as others may use it meanwhile.
		this.manager.getAuthenticationDataVerifier().setMaliciousCounterValueHandler((_) -> {
		});
	}

	/**
	 * Reads what a browser gives that has made a passkey; nothing of it is believed yet.
	 * @throws NotAPasskeyException when it is no such thing
	 */
	RegistrationData read(Attestation made) {
		return believed(() -> {
			var transports = made.response().transports();
			var data = this.manager.parse(new RegistrationRequest(decode(made.response().attestationObject()),
					decode(made.response().clientDataJSON()),
					(transports != null) ? new HashSet<>(transports) : Set.of()));
			Objects.requireNonNull(data.getCollectedClientData(), "no client data");
			Objects.requireNonNull(data.getAttestationObject(), "no attestation");
			return data;
		});
	}

	/**
	 * Reads what a browser gives whose owner has shown a passkey; nothing of it is
	 * believed yet.
	 * @throws NotAPasskeyException when it is no such thing
	 */
	AuthenticationData read(Assertion shown) {
		return believed(() -> {
			var response = shown.response();
			var data = this.manager.parse(new AuthenticationRequest(decode(shown.id()), decode(response.userHandle()),
					decode(response.authenticatorData()), decode(response.clientDataJSON()),
					decode(response.signature())));
			Objects.requireNonNull(data.getCollectedClientData(), "no client data");
			Objects.requireNonNull(data.getAuthenticatorData(), "no authenticator data");
			return data;
		});
	}

	/**
	 * The passkey that was made for this challenge.
	 * @throws NotAPasskeyException when it was not
	 */
	Made verify(RegistrationData data, List<String> transports) {
		return believed(() -> {
			var expected = this.party.expecting(challengeOf(data));
			this.manager.verify(data, new RegistrationParameters(expected, KINDS, true, true));
			var made = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
			var credential = Objects.requireNonNull(made.getAttestedCredentialData(), "verified above");
			return new Made(encode(credential.getCredentialId()), encode(this.keys.convert(credential)),
					made.getSignCount(), made.isFlagBE(), made.isFlagBS(), transports.stream().distinct().toList());
		});
	}

	/**
	 * What the device says, if it has this passkey and signed this challenge.
	 * @throws NotAPasskeyException otherwise
	 */
	Used verify(AuthenticationData data, Passkey passkey) {
		var known = new CredentialRecordImpl(new NoneAttestationStatement(), true, passkey.isBackupEligible(),
				passkey.isBackedUp(), passkey.signCount(), this.keys.convert(decode(passkey.key())), null, null, null,
				null);
		return believed(() -> {
			var expected = this.party.expecting(challengeOf(data));
			this.manager.verify(data, new AuthenticationParameters(expected, known, null, true, true));
			var said = Objects.requireNonNull(data.getAuthenticatorData());
			return new Used(said.getSignCount(), said.isFlagBS());
		});
	}

	static byte[] challengeOf(RegistrationData data) {
		return Objects.requireNonNull(data.getCollectedClientData()).getChallenge().getValue();
	}

	static byte[] challengeOf(AuthenticationData data) {
		return Objects.requireNonNull(data.getCollectedClientData()).getChallenge().getValue();
	}

	static String encode(byte @Nullable [] bytes) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(Objects.requireNonNullElseGet(bytes, () -> new byte[0]));
	}

	static byte[] decode(String text) {
		return Base64.getUrlDecoder().decode(text);
	}

	private static <T> T believed(Supplier<T> step) {
		try {
			return step.get();
		}
		catch (RuntimeException ex) {
			// Strangers write it: whatever the library makes of it, it is no passkey.
			throw new NotAPasskeyException(ex);
		}
	}

	/** What came is nothing that a device would say here and now. */
	static final class NotAPasskeyException extends RuntimeException {

		private NotAPasskeyException(RuntimeException cause) {
			super("Not what a device says here", cause);
		}

	}

}
