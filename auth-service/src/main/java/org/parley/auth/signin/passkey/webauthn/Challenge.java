package org.parley.auth.signin.passkey.webauthn;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A challenge that an authenticator has to sign, once.
 *
 * @param hash of the challenge
 * @param owner user and session that it was issued to, or anyone who signs in
 */
@Document("passkey_challenges")
record Challenge(@Id String hash, String owner,
		@Indexed(expireAfter = "0s", useGeneratedName = true) Instant expiresAt) {
}
