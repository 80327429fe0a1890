package org.parley.auth.signin.passkey.webauthn;

import java.util.List;
import java.util.Objects;

import com.webauthn4j.data.AuthenticationData;

import org.springframework.stereotype.Component;

/**
 * Runs the two WebAuthn ceremonies. Each challenge is redeemed once, whether the response
 * verifies or not.
 */
@Component
public class WebAuthnCeremonies {

	private final Challenges challenges;

	private final WebAuthnVerifier verifier;

	WebAuthnCeremonies(Challenges challenges, WebAuthnVerifier verifier) {
		this.challenges = challenges;
		this.verifier = verifier;
	}

	/** Issues a challenge for adding a passkey in this session only. */
	public byte[] startRegistration(String userId, String sessionId) {
		return this.challenges.issueToSession(userId, sessionId);
	}

	/**
	 * Redeems the challenge and verifies the new credential.
	 * @param attended as {@link WebAuthnVerifier}
	 * @throws InvalidCredentialException when the response is invalid or the challenge
	 * was issued to another session, was redeemed or has expired
	 */
	public NewCredential finishRegistration(String userId, String sessionId, Attestation attestation,
			boolean attended) {
		var data = this.verifier.read(attestation);
		if (!this.challenges.redeemFromSession(userId, sessionId, WebAuthnVerifier.challengeOf(data))) {
			throw new InvalidCredentialException(null);
		}
		return this.verifier.verify(data, Objects.requireNonNullElse(attestation.response().transports(), List.of()),
				attended);
	}

	public byte[] startSignIn() {
		return this.challenges.issueToAnyone();
	}

	/**
	 * Redeems the challenge of a sign-in. The signature is not verified yet.
	 * @throws InvalidCredentialException when the response is malformed or the challenge
	 * was not issued for a sign-in, was redeemed or has expired
	 */
	public AuthenticationData redeem(Assertion assertion) {
		var data = this.verifier.read(assertion);
		if (!this.challenges.redeemFromAnyone(WebAuthnVerifier.challengeOf(data))) {
			throw new InvalidCredentialException(null);
		}
		return data;
	}

	/**
	 * Verifies the signature of a sign-in.
	 * @throws InvalidCredentialException when this credential has not made it
	 */
	public CredentialUse verify(AuthenticationData data, StoredCredential credential) {
		return this.verifier.verify(data, credential);
	}

}
