package org.parley.auth.revocation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A revocation as it is kept until no token is left that it could refuse.
 *
 * @param id sortable by time
 * @param sid as in {@link Revocation}
 * @param userId as in {@link Revocation}
 * @param ver as in {@link Revocation}
 * @param expiresAt when the record ends
 */
@Document("revocations")
record KeptRevocation(@Id String id, @Nullable String sid, @Nullable String userId, @Nullable Integer ver,
		Instant expiresAt) {

	static KeptRevocation of(Revocation revocation, Instant expiresAt) {
		return new KeptRevocation(Ids.next(), revocation.sid(), revocation.userId(), revocation.ver(), expiresAt);
	}

	Revocation revocation() {
		return new Revocation(this.sid, this.userId, this.ver);
	}

}
