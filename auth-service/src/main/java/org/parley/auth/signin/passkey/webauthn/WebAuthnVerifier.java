package org.parley.auth.signin.passkey.webauthn;

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

import org.springframework.stereotype.Component;

/**
 * Verifies the responses of authenticators: relying party, origin, challenge, signature
 * and user verification. Any model of authenticator is accepted.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-rp-operations">Web Authentication
 * Level 3, section 7</a>
 */
@Component
public class WebAuthnVerifier {

	/** EdDSA, ECDSA with P-256, RSA; in the order of preference. */
	public static final List<COSEAlgorithmIdentifier> ALGORITHMS = List.of(COSEAlgorithmIdentifier.EdDSA,
			COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

	private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
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
		// The passkey itself compares counts, as concurrent sign-ins may use it.
		this.manager.getAuthenticationDataVerifier().setMaliciousCounterValueHandler((_) -> {
		});
	}

	/**
	 * Reads a new passkey without verifying it.
	 * @throws InvalidCredentialException when it is malformed
	 */
	RegistrationData read(Attestation attestation) {
		return valid(() -> {
			var transports = attestation.response().transports();
			var data = this.manager.parse(new RegistrationRequest(decode(attestation.response().attestationObject()),
					decode(attestation.response().clientDataJSON()),
					(transports != null) ? new HashSet<>(transports) : Set.of()));
			Objects.requireNonNull(data.getCollectedClientData(), "no client data");
			Objects.requireNonNull(data.getAttestationObject(), "no attestation");
			return data;
		});
	}

	/**
	 * Reads a signature for a sign-in without verifying it.
	 * @throws InvalidCredentialException when it is malformed
	 */
	AuthenticationData read(Assertion assertion) {
		return valid(() -> {
			var response = assertion.response();
			var data = this.manager.parse(new AuthenticationRequest(decode(assertion.id()),
					decode(response.userHandle()), decode(response.authenticatorData()),
					decode(response.clientDataJSON()), decode(response.signature())));
			Objects.requireNonNull(data.getCollectedClientData(), "no client data");
			Objects.requireNonNull(data.getAuthenticatorData(), "no authenticator data");
			return data;
		});
	}

	/**
	 * Verifies a new passkey.
	 * @param attended whether its owner must have been present and verified. A browser
	 * that creates a passkey by itself asks its owner nothing; each sign-in does.
	 * @throws InvalidCredentialException when the verification fails
	 */
	NewCredential verify(RegistrationData data, List<String> transports, boolean attended) {
		return valid(() -> {
			var expected = this.party.serverProperty(challengeOf(data));
			this.manager.verify(data, new RegistrationParameters(expected, PARAMETERS, attended, attended));
			var made = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
			var credential = Objects.requireNonNull(made.getAttestedCredentialData(), "verified above");
			return new NewCredential(encode(credential.getCredentialId()), encode(this.keys.convert(credential)),
					made.getSignCount(), made.isFlagBE(), made.isFlagBS(), transports.stream().distinct().toList());
		});
	}

	/**
	 * Verifies that the credential has signed the challenge.
	 * @throws InvalidCredentialException when the verification fails
	 */
	CredentialUse verify(AuthenticationData data, StoredCredential stored) {
		var known = new CredentialRecordImpl(new NoneAttestationStatement(), true, stored.backupEligible(),
				stored.backedUp(), stored.signCount(), this.keys.convert(decode(stored.key())), null, null, null, null);
		return valid(() -> {
			var expected = this.party.serverProperty(challengeOf(data));
			this.manager.verify(data, new AuthenticationParameters(expected, known, null, true, true));
			var response = Objects.requireNonNull(data.getAuthenticatorData());
			return new CredentialUse(response.getSignCount(), response.isFlagBS());
		});
	}

	static byte[] challengeOf(RegistrationData data) {
		return Objects.requireNonNull(data.getCollectedClientData()).getChallenge().getValue();
	}

	static byte[] challengeOf(AuthenticationData data) {
		return Objects.requireNonNull(data.getCollectedClientData()).getChallenge().getValue();
	}

	public static String encode(byte @Nullable [] bytes) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(Objects.requireNonNullElseGet(bytes, () -> new byte[0]));
	}

	static byte[] decode(String text) {
		return Base64.getUrlDecoder().decode(text);
	}

	private static <T> T valid(Supplier<T> step) {
		try {
			return step.get();
		}
		catch (RuntimeException ex) {
			// The input is untrusted: any exception of the library means an invalid
			// passkey.
			throw new InvalidCredentialException(ex);
		}
	}

}
