package org.parley.auth.account.export;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An export of the personal data of a user, at most one per user.
 *
 * @param arrivedAt when the last part arrived; null without one
 * @param expiresAt when MongoDB deletes the export
 * @param sizes the number of parts of each service that has sent all its parts
 */
@Document("exports")
record Export(@Id String userId, String id, Instant requestedAt, @Nullable Instant arrivedAt,
		@Indexed(expireAfter = "0s", useGeneratedName = true) Instant expiresAt, Map<String, Integer> sizes) {

	/** When the first or the last sign of it came. */
	Instant lastSign() {
		return Objects.requireNonNullElse(this.arrivedAt, this.requestedAt);
	}

}
