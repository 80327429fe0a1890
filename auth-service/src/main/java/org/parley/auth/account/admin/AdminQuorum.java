package org.parley.auth.account.admin;

import java.util.List;

import org.parley.auth.signin.credential.SignInMethods;
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

	private final SignInMethods signInMethods;

	AdminQuorum(MongoOperations mongo, SignInMethods signInMethods) {
		this.mongo = mongo;
		this.signInMethods = signInMethods;
	}

	/**
	 * Checks that there is an administrator besides one who leaves, and that this other
	 * one can sign in: with a credential that the person has, as an account that others
	 * have created may have the address of nobody. Runs in the transaction that removes
	 * one.
	 * @throws RefusalException 409 {@code user.last-admin}
	 */
	public void requireAnother(User leaving) {
		// The write makes two concurrent removals conflict; their reads alone would not.
		this.mongo.upsert(new Query(Criteria.where("_id").is("admins")), new Update().inc("demotions", 1), "guards");
		var other = Criteria.where("role").is(Role.ADMIN).and("_id").ne(leaving.id());
		for (var obstacle : List.of("erasureAt", "awaitsApproval", "awaitsOwner", "ban")) {
			other = other.and(obstacle).is(null);
		}
		try (var others = this.mongo.stream(new Query(other.and("directory.active").ne(false)), User.class)) {
			if (others.noneMatch(this.signInMethods::hasAny)) {
				throw RefusalException.conflict("user.last-admin",
						"This is the last administrator. Appoint another one first.");
			}
		}
	}

}
