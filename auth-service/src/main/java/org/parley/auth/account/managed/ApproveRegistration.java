package org.parley.auth.account.managed;

import java.time.InstantSource;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Approves accounts that await it, and tells their owners. */
@Component
class ApproveRegistration {

	private final Users users;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	ApproveRegistration(Users users, SendSecurityAlert sendSecurityAlert, UnitOfWork work, Audit audit,
			InstantSource clock) {
		this.users = users;
		this.sendSecurityAlert = sendSecurityAlert;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Approves the account. An approved account stays as it is.
	 * @throws RefusalException 404 {@code user.not-found}
	 */
	User approve(String id, Caller admin, ClientDevice clientDevice) {
		return this.work.run(() -> {
			var user = this.users.require(id);
			if (!user.awaitsApproval()) {
				return user;
			}
			user.approve(this.clock.instant());
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.REGISTRATION_APPROVED);
			this.audit.record(AuditAction.REGISTRATION_APPROVED, user.id(), admin.id(), null, clientDevice);
			return this.users.save(user);
		});
	}

}
