package org.parley.auth.oauth.once;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A used single-use value.
 *
 * @param hash of the value
 * @param grant id of the grant that it was used for, or null
 */
@Document("oauth_used_grants")
record UsedGrant(@Id String hash, @Nullable String grant,
		@Indexed(expireAfter = "0s", useGeneratedName = true) Instant expiresAt) {
}
