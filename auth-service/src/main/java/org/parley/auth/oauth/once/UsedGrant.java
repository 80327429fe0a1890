package org.parley.auth.oauth.once;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that counts once, and has been used.
 *
 * @param hash of it
 * @param grant that it was used for, if there is one
 * @param expiresAt after which it would not count anyway
 */
@Document("oauth_used")
record UsedGrant(@Id String hash, @Nullable String grant, Instant expiresAt) {
}
