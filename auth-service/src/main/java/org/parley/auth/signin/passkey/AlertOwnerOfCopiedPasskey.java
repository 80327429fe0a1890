package org.parley.auth.signin.passkey;

import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Alerts the owner of a passkey whose signature count indicates a copy. */
@Component
class AlertOwnerOfCopiedPasskey {

	private final Users users;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork unitOfWork;

	private final Audit audit;

	AlertOwnerOfCopiedPasskey(Users users, SendSecurityAlert sendSecurityAlert, UnitOfWork unitOfWork, Audit audit) {
		this.users = users;
		this.sendSecurityAlert = sendSecurityAlert;
		this.unitOfWork = unitOfWork;
		this.audit = audit;
	}

	/** Alerts the owner and audits the attempt. */
	void alert(String userId, ClientDevice clientDevice) {
		this.unitOfWork.run(() -> {
			this.users.findById(userId)
				.ifPresent((user) -> this.sendSecurityAlert.alert(user, SecurityAlert.Kind.PASSKEY_COPIED));
			this.audit.recordAnonymous(AuditAction.PASSKEY_COPIED, userId, clientDevice);
		});
	}

}
