package org.parley.auth.signin.passkey.webauthn;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.platform.domain.Sha256;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Issues challenges of 256 random bits, and redeems each once, whether its signature is
 * valid or not.
 */
@Component
class Challenges {

	/** The user is unknown before the sign-in. */
	private static final String ANYBODY = "anybody";

	private final MongoOperations mongo;

	private final RandomGenerator random;

	private final PasskeySettings settings;

	private final InstantSource clock;

	Challenges(MongoOperations mongo, RandomGenerator random, PasskeySettings settings, InstantSource clock) {
		this.mongo = mongo;
		this.random = random;
		this.settings = settings;
		this.clock = clock;
	}

	/** Issues a challenge for a sign-in. */
	byte[] issueToAnyone() {
		return issue(ANYBODY);
	}

	/** Issues a challenge for adding a passkey in this session only. */
	byte[] issueToSession(String userId, String sessionId) {
		return issue(owner(userId, sessionId));
	}

	/** Redeems a challenge of a sign-in; false when it is invalid. */
	boolean redeemFromAnyone(byte[] challenge) {
		return redeem(ANYBODY, challenge);
	}

	/** Redeems a challenge of this session; false when it is invalid. */
	boolean redeemFromSession(String userId, String sessionId, byte[] challenge) {
		return redeem(owner(userId, sessionId), challenge);
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
