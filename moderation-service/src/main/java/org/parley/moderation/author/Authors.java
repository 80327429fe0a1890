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
public class Authors {

	private static final Logger log = LoggerFactory.getLogger(Authors.class);

	private final MongoOperations mongo;

	Authors(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Somebody, as far as it was told. */
	public Author find(String id) {
		return Objects.requireNonNullElseGet(this.mongo.findById(id, Author.class), () -> Author.unknown(id));
	}

	/** Forgets all of somebody but that there was an account, whatever comes late. */
	void forget(String id, long version) {
		this.mongo.save(new Author(id, null, Set.of(), null, version));
	}

	void learn(Told told) {
		var older = Criteria.where("_id").is(told.user().id()).and("version").not().gte(told.version());
		var state = new Update().set("roles", told.roles()).set("version", told.version());
		if (told.user().status() != null) {
			state.set("banned", told.user().isBanned());
		}
		if (told.registeredAt() != null) {
			state.set("registeredAt", told.registeredAt());
		}
		try {
			this.mongo.upsert(new Query(older), state, Author.class);
		}
		catch (DuplicateKeyException ex) {
			log.trace("Something newer is known", ex);
		}
	}

}
