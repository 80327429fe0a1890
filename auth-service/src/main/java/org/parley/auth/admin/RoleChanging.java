package org.parley.auth.admin;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.user.Person;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Gives people other roles, and always leaves an administrator. */
@Component
class RoleChanging {

	private final Users users;

	private final MongoOperations mongo;

	private final UnitOfWork work;

	private final Audit audit;

	RoleChanging(Users users, MongoOperations mongo, UnitOfWork work, Audit audit) {
		this.users = users;
		this.mongo = mongo;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Gives the role.
	 * @throws ProblemException 404 {@code user.not-found}; 409 {@code user.last-admin}
	 */
	User change(String id, Role role, Caller caller, Client client) {
		return this.work.run(() -> {
			var user = this.users.findById(id)
				.orElseThrow(() -> ProblemException.notFound("user.not-found", "There is nobody with this id."));
			if (user.role() == role) {
				return user;
			}
			if (user.role() == Role.ADMIN) {
				refuseLastAdmin();
			}
			user.changeRole(role, new Person(caller.id(), caller.username(), caller.displayName()));
			this.audit.record(Act.ROLE_CHANGED, user.id(), caller.id(), role.text(), client);
			return this.users.save(user);
		});
	}

	private void refuseLastAdmin() {
		// two who demote each other must meet: transactions do not see each other's reads
		this.mongo.upsert(new Query(Criteria.where("_id").is("admins")), new Update().inc("demotions", 1), "guards");
		if (this.mongo.count(new Query(Criteria.where("role").is(Role.ADMIN)).limit(2), User.class) < 2) {
			throw ProblemException.conflict("user.last-admin", "There must be another administrator first.");
		}
	}

}
