package org.parley.auth;

import java.time.Duration;

import org.bson.Document;

import org.parley.auth.user.device.DeviceRegistry;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Creates every MongoDB index of this service at startup, before the first request. */
@Component
class AuthIndexes implements InitializingBean {

	private static final Duration FAILURES_KEPT = Duration.ofHours(1);

	private static final Duration AUDIT_KEPT = Duration.ofDays(365);

	private static final Duration MAIL_COUNTS_KEPT = Duration.ofDays(1);

	private final MongoOperations mongo;

	AuthIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		ensure("users", new Index("usernameKey", Direction.ASC).unique());
		ensure("users", new Index("emailKey", Direction.ASC).unique());
		ensure("users", compound("role", "usernameKey"));
		ensure("users", compound("role", "emailKey"));
		ensure("sessions",
				new CompoundIndexDefinition(new Document("userId", 1).append("endedAt", 1).append("_id", -1)));
		ensure("sessions", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("refresh_tokens", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("login_failures", new Index("lastAt", Direction.ASC).expire(FAILURES_KEPT));
		ensure("revocations", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("users", new Index("createdAt", Direction.ASC)
			.partial(PartialIndexFilter.of(Criteria.where("emailVerified").is(false))));
		ensure("users", new Index("lastSeenAt", Direction.ASC).sparse());
		ensure("sessions", new Index("lastUsedAt", Direction.ASC));
		ensure("mail_tokens", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("mail_tokens", compound("owner", "purpose"));
		ensure("mail_tokens", new Index("addressKey", Direction.ASC).sparse());
		ensure("mail_counts", new Index("lastAt", Direction.ASC).expire(MAIL_COUNTS_KEPT));
		ensure("known_devices", new Index("lastAt", Direction.ASC).expire(DeviceRegistry.KEPT));
		ensure("second_factors", new Index("pendingUntil", Direction.ASC).expire(Duration.ZERO));
		ensure("personal_tokens", new Index("hash", Direction.ASC).unique());
		ensure("personal_tokens", new CompoundIndexDefinition(new Document("userId", 1).append("_id", -1)));
		ensure("personal_tokens", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("oauth_used", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("passkeys", new Index("credentialId", Direction.ASC).unique());
		ensure("passkeys", compound("userId", "_id"));
		ensure("passkey_challenges", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("users", new Index("ban.until", Direction.ASC).sparse());
		ensure("users", new Index("erasureAt", Direction.ASC).sparse());
		ensure("erasures", new Index("doneAt", Direction.ASC).on("askedAt", Direction.ASC));
		ensure("browser_sessions", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("exports", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("export_parts", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("export_parts", compound("exportId", "service"));
		ensure("audit", new Index("at", Direction.ASC).expire(AUDIT_KEPT));
		ensure("audit", new CompoundIndexDefinition(new Document("userId", 1).append("_id", -1)));
		ensure("audit", new CompoundIndexDefinition(new Document("act", 1).append("_id", -1)));
		ensure("oauth_clients", compound("owner", "_id"));
		ensure("oauth_clients", new Index("endingUntil", Direction.ASC).sparse());
		ensure("oauth_initial_tokens", new Index("hash", Direction.ASC).unique());
		ensure("oauth_initial_tokens", compound("givenBy", "_id"));
		ensure("oauth_initial_tokens", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("oauth_grants", new Index("keys", Direction.ASC).unique().sparse());
		ensure("oauth_grants", compound("principal", "_id"));
		ensure("oauth_grants", compound("client", "principal"));
		ensure("oauth_grants", new Index("expiresAt", Direction.ASC).expire(Duration.ZERO));
		ensure("oauth_consents", new Index("client", Direction.ASC));
		ensure("signing_keys",
				new Index("state", Direction.ASC).unique()
					.named("one_active")
					.partial(PartialIndexFilter.of(Criteria.where("state").is("ACTIVE"))));
		ensure("signing_keys",
				new Index("state", Direction.ASC).unique()
					.named("one_upcoming")
					.partial(PartialIndexFilter.of(Criteria.where("state").is("UPCOMING"))));
	}

	private static CompoundIndexDefinition compound(String first, String second) {
		return new CompoundIndexDefinition(new Document(first, 1).append(second, 1));
	}

	private void ensure(String collection, IndexDefinition index) {
		this.mongo.indexOps(collection).createIndex(index);
	}

}
