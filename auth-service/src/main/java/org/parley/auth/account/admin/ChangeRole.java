package org.parley.auth.account.admin;

import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.PersonReference;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Changes the role of a user, but never that of the last administrator. */
@Component
class ChangeRole {

	private final Users users;

	private final AdminQuorum adminQuorum;

	private final UnitOfWork work;

	private final Audit audit;

	ChangeRole(Users users, AdminQuorum adminQuorum, UnitOfWork work, Audit audit) {
		this.users = users;
		this.adminQuorum = adminQuorum;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Changes the role.
	 * @throws RefusalException 404 {@code user.not-found}; 409 {@code user.last-admin}
	 */
	User change(String id, Role role, Caller caller, ClientDevice clientDevice) {
		return this.work.run(() -> {
			var user = this.users.require(id);
			if (user.role() == role) {
				return user;
			}
			if (user.role() == Role.ADMIN) {
				this.adminQuorum.requireAnother(user);
			}
			user.changeRole(role, new PersonReference(caller.id(), caller.username(), caller.displayName()));
			this.audit.record(AuditAction.ROLE_CHANGED, user.id(), caller.id(), role.text(), clientDevice);
			return this.users.save(user);
		});
	}

}
