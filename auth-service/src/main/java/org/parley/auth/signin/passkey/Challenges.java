package org.parley.auth.signin.passkey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Makes challenges, 256 random bits each, and takes them back once, signed well or not.
 */
@Component
class Challenges {

	/** Who signs in is not known yet. */
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

	/** For somebody who signs in. */
	byte[] issue() {
		return issueTo(ANYBODY);
	}

	/** For somebody who adds a passkey, in this session and no other. */
	byte[] issue(String userId, String sessionId) {
		return issueTo(owner(userId, sessionId));
	}

	/** Whether it was issued to who signs in; it counts no more. */
	boolean take(byte[] challenge) {
		return takeFrom(ANYBODY, challenge);
	}

	/** Whether it was issued to this session; it counts no more. */
	boolean take(String userId, String sessionId, byte[] challenge) {
		return takeFrom(owner(userId, sessionId), challenge);
	}

	private byte[] issueTo(String owner) {
		var challenge = new byte[32];
		this.random.nextBytes(challenge);
		this.mongo.insert(new Challenge(hash(challenge), owner, this.clock.instant().plus(this.settings.patience())));
		return challenge;
	}

	private boolean takeFrom(String owner, byte[] challenge) {
		var live = Criteria.where("_id")
			.is(hash(challenge))
			.and("owner")
			.is(owner)
			.and("expiresAt")
			.gt(this.clock.instant());
		return this.mongo.findAndRemove(new Query(live), Challenge.class) != null;
	}

	private static String owner(String userId, String sessionId) {
		return userId + " " + sessionId;
	}

	private static String hash(byte[] challenge) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(challenge));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
