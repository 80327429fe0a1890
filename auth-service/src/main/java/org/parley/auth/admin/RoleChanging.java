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

import org.springframework.stereotype.Component;

/** Gives people other roles, and always leaves an administrator. */
@Component
class RoleChanging {

	private final Users users;

	private final LastAdmin lastAdmin;

	private final UnitOfWork work;

	private final Audit audit;

	RoleChanging(Users users, LastAdmin lastAdmin, UnitOfWork work, Audit audit) {
		this.users = users;
		this.lastAdmin = lastAdmin;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Gives the role.
	 * @throws ProblemException 404 {@code user.not-found}; 409 {@code user.last-admin}
	 */
	User change(String id, Role role, Caller caller, Client client) {
		return this.work.run(() -> {
			var user = this.users.require(id);
			if (user.role() == role) {
				return user;
			}
			if (user.role() == Role.ADMIN) {
				this.lastAdmin.refuse();
			}
			user.changeRole(role, new Person(caller.id(), caller.username(), caller.displayName()));
			this.audit.record(Act.ROLE_CHANGED, user.id(), caller.id(), role.text(), client);
			return this.users.save(user);
		});
	}

}
