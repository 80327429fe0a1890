package org.parley.auth.oauth.once;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.digest.Sha256;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * What counts once in the whole cluster: codes, refresh tokens, proofs. Its use is part
 * of the transaction of what it is used for, so what fails has used nothing; of two who
 * come at once the database lets one through.
 */
@Component
public class UsedGrants {

	private static final Duration PROOFS_KEPT = Duration.ofMinutes(10);

	private final MongoOperations mongo;

	UsedGrants(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Uses it.
	 * @throws UsedException when that was done before
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
	 * Uses a proof. It counts no second time, wherever it comes.
	 * @throws OAuth2AuthenticationException {@code invalid_dpop_proof} when it was used
	 * before
	 */
	public void use(DPoPProof proof, Instant now) {
		try {
			use("proof " + proof.id(), null, now.plus(PROOFS_KEPT));
		}
		catch (UsedException ex) {
			throw DPoPProof.invalid("The proof was used before.");
		}
	}

	/**
	 * Whether something is done for the first time in a while; the next while begins with
	 * that. No part of a transaction: what is refused counts, too.
	 */
	public boolean isFirstIn(Duration interval, String what, Instant now) {
		var last = Query.query(Criteria.where("_id").is(Sha256.hex(what)).and("expiresAt").lte(now));
		try {
			this.mongo.upsert(last, Update.update("expiresAt", now.plus(interval)), UsedGrant.class);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** The grant that it was used for. */
	public Optional<String> grantOf(String secret) {
		return Optional.ofNullable(this.mongo.findById(Sha256.hex(secret), UsedGrant.class)).map(UsedGrant::grant);
	}

	/** It was used before. */
	public static final class UsedException extends RuntimeException {

		private static final long serialVersionUID = 1;

		private UsedException(Throwable cause) {
			super(cause);
		}

	}

}
