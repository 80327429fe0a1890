package org.parley.moderation.author;

import java.util.Objects;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores author profiles. An older version never replaces a newer one. */
@Component
public class AuthorProfiles {

	private static final Logger log = LoggerFactory.getLogger(AuthorProfiles.class);

	private final MongoOperations mongo;

	AuthorProfiles(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Finds an author; an unknown id yields an empty profile. */
	public AuthorProfile find(String id) {
		return Objects.requireNonNullElseGet(this.mongo.findById(id, AuthorProfile.class),
				() -> AuthorProfile.unknown(id));
	}

	/**
	 * Removes the personal data and keeps a tombstone, so that late events are ignored.
	 */
	void markDeleted(String id, long version) {
		this.mongo.save(new AuthorProfile(id, null, Set.of(), null, version));
	}

	void saveIfNewer(UserAccountEventData account) {
		var older = Criteria.where("_id").is(account.user().id()).and("version").not().gte(account.version());
		var state = new Update().set("roles", account.roles()).set("version", account.version());
		if (account.user().status() != null) {
			state.set("banned", account.user().isBanned());
		}
		if (account.registeredAt() != null) {
			state.set("registeredAt", account.registeredAt());
		}
		try {
			this.mongo.upsert(new Query(older), state, AuthorProfile.class);
		}
		catch (DuplicateKeyException ex) {
			log.trace("A newer version is stored", ex);
		}
	}

}
