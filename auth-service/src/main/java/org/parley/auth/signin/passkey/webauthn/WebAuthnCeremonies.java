package org.parley.auth.signin.passkey.webauthn;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

import com.webauthn4j.data.AuthenticationData;
import org.parley.platform.domain.Sha256;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import org.springframework.stereotype.Component;

/**
 * Runs the two WebAuthn ceremonies. Each challenge is redeemed once, whether the response
 * verifies or not.
 */
@Component
public class WebAuthnCeremonies {

	/** The user is unknown before the sign-in. */
	private static final String ANYBODY = "anybody";

	private final WebAuthnVerifier verifier;

	private final MongoOperations mongo;

	private final RandomGenerator random;

	private final PasskeySettings settings;

	private final InstantSource clock;

	WebAuthnCeremonies(WebAuthnVerifier verifier, MongoOperations mongo, RandomGenerator random,
			PasskeySettings settings, InstantSource clock) {
		this.verifier = verifier;
		this.mongo = mongo;
		this.random = random;
		this.settings = settings;
		this.clock = clock;
	}

	/** Issues a challenge for adding a passkey in this session only. */
	public byte[] startRegistration(String userId, String sessionId) {
		return issue(owner(userId, sessionId));
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
		if (!redeem(owner(userId, sessionId), WebAuthnVerifier.challengeOf(data))) {
			throw new InvalidCredentialException(null);
		}
		return this.verifier.verify(data, Objects.requireNonNullElse(attestation.response().transports(), List.of()),
				attended);
	}

	public byte[] startSignIn() {
		return issue(ANYBODY);
	}

	/**
	 * Redeems the challenge of a sign-in. The signature is not verified yet.
	 * @throws InvalidCredentialException when the response is malformed or the challenge
	 * was not issued for a sign-in, was redeemed or has expired
	 */
	public AuthenticationData redeem(Assertion assertion) {
		var data = this.verifier.read(assertion);
		if (!redeem(ANYBODY, WebAuthnVerifier.challengeOf(data))) {
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

	private byte[] issue(String owner) {
		var challenge = new byte[32];
		this.random.nextBytes(challenge);
		this.mongo
			.insert(new Challenge(Sha256.hex(challenge), owner, this.clock.instant().plus(this.settings.patience())));
		return challenge;
	}

	private boolean redeem(String owner, byte[] challenge) {
		var live = Criteria.where("_id")
			.is(Sha256.hex(challenge))
			.and("owner")
			.is(owner)
			.and("expiresAt")
			.gt(this.clock.instant());
		return this.mongo.findAndRemove(new Query(live), Challenge.class) != null;
	}

	private static String owner(String userId, String sessionId) {
		return userId + " " + sessionId;
	}

}
