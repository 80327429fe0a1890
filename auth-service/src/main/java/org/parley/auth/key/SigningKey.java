package org.parley.auth.key;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A key pair that signs access tokens.
 *
 * @param kid names it in tokens and in the JWKS
 * @param state its place in the rotation; at most one key is active
 * @param publicKey the public part as a JWK
 * @param sealed the whole JWK, {@link Sealing sealed} under its kid
 * @param createdAt when it was made
 */
@Document("signing_keys")
record SigningKey(@Id String kid, State state, String publicKey, String sealed, Instant createdAt) {

	/** Keys of every state are published; only the active one signs. */
	enum State {

		UPCOMING, ACTIVE, RETIRING

	}

}
