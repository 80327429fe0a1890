package org.parley.auth.account.admin;

import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Ensures that there is always an administrator who can sign in. */
@Component
public class AdminQuorum {

	private final MongoOperations mongo;

	AdminQuorum(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Checks that there is a second administrator. Runs in the transaction that removes
	 * one.
	 * @throws RefusalException 409 {@code user.last-admin}
	 */
	public void requireAnother() {
		// The write makes two concurrent removals conflict; their reads alone would not.
		this.mongo.upsert(new Query(Criteria.where("_id").is("admins")), new Update().inc("demotions", 1), "guards");
		var remaining = Criteria.where("role").is(Role.ADMIN).and("erasureAt").is(null);
		if (this.mongo.count(new Query(remaining).limit(2), User.class) < 2) {
			throw RefusalException.conflict("user.last-admin",
					"This is the last administrator. Appoint another one first.");
		}
	}

}
