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

/** Those who write. What is older never overrides what is newer. */
@Component
public class AuthorProfiles {

	private static final Logger log = LoggerFactory.getLogger(AuthorProfiles.class);

	private final MongoOperations mongo;

	AuthorProfiles(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Somebody, as far as it was told. */
	public AuthorProfile find(String id) {
		return Objects.requireNonNullElseGet(this.mongo.findById(id, AuthorProfile.class),
				() -> AuthorProfile.unknown(id));
	}

	/** Forgets all of somebody but that there was an account, whatever comes late. */
	void forget(String id, long version) {
		this.mongo.save(new AuthorProfile(id, null, Set.of(), null, version));
	}

	void learn(UserAccountEventData userAccountEventData) {
		var older = Criteria.where("_id")
			.is(userAccountEventData.user().id())
			.and("version")
			.not()
			.gte(userAccountEventData.version());
		var state = new Update().set("roles", userAccountEventData.roles())
			.set("version", userAccountEventData.version());
		if (userAccountEventData.user().status() != null) {
			state.set("banned", userAccountEventData.user().isBanned());
		}
		if (userAccountEventData.registeredAt() != null) {
			state.set("registeredAt", userAccountEventData.registeredAt());
		}
		try {
			this.mongo.upsert(new Query(older), state, AuthorProfile.class);
		}
		catch (DuplicateKeyException ex) {
			log.trace("Something newer is known", ex);
		}
	}

}
