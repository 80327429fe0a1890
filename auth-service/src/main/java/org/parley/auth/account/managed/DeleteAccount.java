package org.parley.auth.account.managed;

import java.time.InstantSource;

import org.parley.auth.account.admin.AdminQuorum;
import org.parley.auth.account.erasure.ScheduleErasure;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/**
 * Deletes accounts of others: one that awaits approval at once, any other one after the
 * time in which its owner or an administrator can restore it.
 */
@Component
public class DeleteAccount {

	private final Users users;

	private final AdminQuorum adminQuorum;

	private final ScheduleErasure scheduleErasure;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	DeleteAccount(Users users, AdminQuorum adminQuorum, ScheduleErasure scheduleErasure, UnitOfWork work, Audit audit,
			InstantSource clock) {
		this.users = users;
		this.adminQuorum = adminQuorum;
		this.scheduleErasure = scheduleErasure;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Deletes the account. A closed account stays as it is.
	 * @throws RefusalException 404 {@code user.not-found}; 409 {@code user.delete-self},
	 * {@code user.last-admin}; 412 {@code request.precondition-failed}
	 */
	public void delete(String id, IfMatch condition, Caller admin, ClientDevice clientDevice) {
		if (id.equals(admin.id())) {
			throw RefusalException.conflict("user.delete-self", "Delete your own account in your settings.");
		}
		this.work.run(() -> {
			var user = this.users.require(id);
			condition.require(user.version());
			if (user.awaitsApproval()) {
				remove(user, admin, clientDevice);
			}
			else if (user.erasureAt() == null) {
				close(user, admin, clientDevice);
			}
		});
	}

	/**
	 * Restores a closed account.
	 * @throws RefusalException 404 {@code user.not-found}; otherwise as
	 * {@link ScheduleErasure#cancel}
	 */
	User restore(String id, Caller admin, ClientDevice clientDevice) {
		return this.work.run(() -> cancel(this.users.require(id), admin.id(), clientDevice));
	}

	/**
	 * Keeps an account that was to be deleted. Part of the caller's transaction.
	 * @param by id of the directory or the administrator
	 */
	public User cancel(User user, String by, ClientDevice clientDevice) {
		return this.scheduleErasure.cancel(user, by, clientDevice);
	}

	private void remove(User user, Caller admin, ClientDevice clientDevice) {
		this.audit.record(AuditAction.REMOVED, user.id(), admin.id(), null, clientDevice);
		user.delete(this.clock.instant());
		this.users.delete(user);
	}

	private void close(User user, Caller admin, ClientDevice clientDevice) {
		if (user.role() == Role.ADMIN) {
			this.adminQuorum.requireAnother(user);
		}
		this.scheduleErasure.schedule(user, admin.id(), clientDevice);
	}

}
