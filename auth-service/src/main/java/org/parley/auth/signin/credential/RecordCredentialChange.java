package org.parley.auth.signin.credential;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.contracts.account.contact.SecurityAlert;

import org.springframework.stereotype.Component;

/**
 * Saves an account whose credentials have changed, alerts its owner and audits the
 * change. Part of the caller's transaction.
 */
@Component
public class RecordCredentialChange {

	private final Users users;

	private final SendSecurityAlert sendSecurityAlert;

	private final Audit audit;

	RecordCredentialChange(Users users, SendSecurityAlert sendSecurityAlert, Audit audit) {
		this.users = users;
		this.sendSecurityAlert = sendSecurityAlert;
		this.audit = audit;
	}

	/**
	 * Saves, alerts and audits.
	 * @param detail for the audit, such as the id of the passkey
	 */
	public User record(User user, SecurityAlert.Kind kind, AuditAction action, @Nullable String detail,
			ClientDevice clientDevice) {
		var saved = this.users.save(user);
		this.sendSecurityAlert.alert(saved, kind);
		this.audit.record(action, saved.id(), detail, clientDevice);
		return saved;
	}

}
