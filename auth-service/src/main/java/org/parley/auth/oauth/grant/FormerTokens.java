package org.parley.auth.oauth.grant;

import java.time.Instant;
import java.util.Optional;

import org.bson.Document;
import org.parley.auth.digest.Sha256;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Refresh tokens that were used, by their hashes, for as long as their grant could live:
 * who comes with one has a copy, or was robbed of it.
 */
@Component
public class FormerTokens {

	static final String COLLECTION = "oauth_former_tokens";

	private final MongoOperations mongo;

	FormerTokens(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** The id of the grant, perhaps ended, that had this refresh token once. */
	public Optional<String> ofFormerRefreshToken(String token) {
		return Optional.ofNullable(this.mongo.findById(Sha256.hex(token), Document.class, COLLECTION))
			.map((kept) -> kept.getString("grant"));
	}

	/** Part of the transaction that gives the grant another. */
	void remember(String hash, String grant, Instant until) {
		this.mongo.insert(new Document("_id", hash).append("grant", grant).append("expiresAt", until), COLLECTION);
	}

}
