package org.parley.auth.signin.passkey;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a device shall sign, once.
 *
 * @param hash of the challenge
 * @param owner who may come back with it, and for what
 * @param expiresAt when it counts no more
 */
@Document("passkey_challenges")
record Challenge(@Id String hash, String owner, Instant expiresAt) {
}
