package org.parley.auth.account.erasure;

import java.time.Instant;

import org.parley.auth.user.FormerNames;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Deletes one account. The deletion event starts the {@link Erasures erasure}. */
@Component
class EraseAccount {

	private final Users users;

	private final FormerNames formerNames;

	private final UnitOfWork work;

	private final Audit audit;

	EraseAccount(Users users, FormerNames formerNames, UnitOfWork work, Audit audit) {
		this.users = users;
		this.formerNames = formerNames;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Deletes the account unless it was restored meanwhile.
	 * @return whether the account was deleted
	 */
	boolean erase(String id, Instant now) {
		return this.work.run(() -> {
			var found = this.users.findById(id).filter((user) -> isDue(user, now));
			found.ifPresent((user) -> delete(user, now));
			return found.isPresent();
		});
	}

	private void delete(User user, Instant now) {
		this.formerNames.reserve(user);
		this.audit.recordWithoutRequest(AuditAction.ERASED, user.id(), null, null);
		user.delete(now);
		this.users.delete(user);
	}

	private static boolean isDue(User user, Instant now) {
		return user.erasureAt() != null && !user.erasureAt().isAfter(now);
	}

}
