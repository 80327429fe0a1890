package org.parley.auth.oauth.once;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Sha256;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Used codes, refresh tokens and proofs of the whole cluster. A use is part of the
 * caller's transaction, so a failed request uses nothing, and of two concurrent uses one
 * succeeds.
 */
@Component
public class UsedGrants {

	private static final Duration PROOF_RETENTION = Duration.ofMinutes(10);

	private final MongoOperations mongo;

	UsedGrants(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Uses a value.
	 * @throws UsedException when it has been used
	 */
	public void use(String secret, @Nullable String grant, Instant expiresAt) {
		try {
			this.mongo.insert(new UsedGrant(Sha256.hex(secret), grant, expiresAt));
		}
		catch (DuplicateKeyException ex) {
			throw new UsedException(ex);
		}
	}

	/**
	 * Uses a proof.
	 * @throws OAuth2AuthenticationException {@code invalid_dpop_proof} when it has been
	 * used
	 */
	public void use(DPoPProof proof, Instant now) {
		try {
			use("proof " + proof.id(), null, now.plus(PROOF_RETENTION));
		}
		catch (UsedException ex) {
			throw DPoPProof.invalid("The proof has already been used.");
		}
	}

	/**
	 * Starts an interval for a key; false while the previous one lasts. Not part of a
	 * transaction, so that refused requests count.
	 */
	public boolean startInterval(Duration interval, String key, Instant now) {
		var last = Query.query(Criteria.where("_id").is(Sha256.hex(key)).and("expiresAt").lte(now));
		try {
			this.mongo.upsert(last, Update.update("expiresAt", now.plus(interval)), UsedGrant.class);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** The id of the grant that a value was used for. */
	public Optional<String> findGrantOf(String secret) {
		return Optional.ofNullable(this.mongo.findById(Sha256.hex(secret), UsedGrant.class)).map(UsedGrant::grant);
	}

	/** The value has already been used. */
	public static final class UsedException extends RuntimeException {

		private static final long serialVersionUID = 1;

		private UsedException(Throwable cause) {
			super(cause);
		}

	}

}
