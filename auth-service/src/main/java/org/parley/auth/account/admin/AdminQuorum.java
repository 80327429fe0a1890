package org.parley.auth.account.admin;

import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** There is always an administrator who can sign in. */
@Component
public class AdminQuorum {

	private final MongoOperations mongo;

	AdminQuorum(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Lets an administrator go only if there is another. Part of the transaction in which
	 * one goes.
	 * @throws ProblemException 409 {@code user.last-admin}
	 */
	public void refuse() {
		// two who go at once must meet: transactions do not see each other's reads
		this.mongo.upsert(new Query(Criteria.where("_id").is("admins")), new Update().inc("demotions", 1), "guards");
		var staying = Criteria.where("role").is(Role.ADMIN).and("erasureAt").is(null);
		if (this.mongo.count(new Query(staying).limit(2), User.class) < 2) {
			throw ProblemException.conflict("user.last-admin", "There must be another administrator first.");
		}
	}

}
