package org.parley.auth.user.revocation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.account.TokenRevocation;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored revocation. MongoDB deletes it when all revoked tokens have expired.
 *
 * @param sid as in {@link TokenRevocation}
 * @param userId as in {@link TokenRevocation}
 * @param ver as in {@link TokenRevocation}
 */
@Document("revocations")
record StoredRevocation(@Id String id, @Nullable String sid, @Nullable String userId, @Nullable Integer ver,
		@Indexed(expireAfter = "0s", useGeneratedName = true) Instant expiresAt) {

	static StoredRevocation of(TokenRevocation revocation, Instant expiresAt) {
		return new StoredRevocation(Ids.next(), revocation.sid(), revocation.userId(), revocation.ver(), expiresAt);
	}

	TokenRevocation revocation() {
		return new TokenRevocation(this.sid, this.userId, this.ver);
	}

}
