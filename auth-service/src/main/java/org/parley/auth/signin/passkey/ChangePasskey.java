package org.parley.auth.signin.passkey;

import org.parley.auth.signin.credential.SignInMethods;
import org.parley.auth.signin.recovery.PasswordReset;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.auth.user.event.EmailRestored;
import org.parley.contracts.account.UserDeleted;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Renames and removes passkeys. A recovery by mail removes all of them, as an intruder
 * may have added one.
 */
@Component
class ChangePasskey {

	private final Passkeys passkeys;

	private final Users users;

	private final SendSecurityAlert sendSecurityAlert;

	private final SignInMethods signInMethods;

	private final UnitOfWork work;

	private final Audit audit;

	ChangePasskey(Passkeys passkeys, Users users, SendSecurityAlert sendSecurityAlert, SignInMethods signInMethods,
			UnitOfWork work, Audit audit) {
		this.passkeys = passkeys;
		this.users = users;
		this.sendSecurityAlert = sendSecurityAlert;
		this.signInMethods = signInMethods;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Renames a passkey.
	 * @throws RefusalException 404 {@code passkey.not-found}
	 */
	Passkey rename(String userId, String id, String name) {
		return this.work.run(() -> {
			var passkey = require(userId, id);
			passkey.rename(name);
			return this.passkeys.save(passkey);
		});
	}

	/**
	 * Removes a passkey. Sessions started with it continue.
	 * @throws RefusalException 404 {@code passkey.not-found}; 409
	 * {@code auth.last-way-in}
	 */
	void remove(String userId, String id, ClientDevice clientDevice) {
		this.work.run(() -> {
			this.passkeys.delete(require(userId, id));
			var user = this.users.findById(userId).orElseThrow();
			this.signInMethods.requireOne(user);
			user.revokeLinks();
			this.users.save(user);
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.PASSKEY_REMOVED);
			this.audit.record(AuditAction.PASSKEY_REMOVED, userId, id, clientDevice);
		});
	}

	@EventListener
	void on(UserDeleted event) {
		this.passkeys.deleteAll(this.passkeys.findByUserIdOrderById(event.userId()));
	}

	@EventListener
	void on(EmailRestored event) {
		removeAll(event.userId());
	}

	@EventListener
	void on(PasswordReset event) {
		removeAll(event.userId());
	}

	private void removeAll(String userId) {
		for (var passkey : this.passkeys.findByUserIdOrderById(userId)) {
			this.passkeys.delete(passkey);
			this.audit.recordWithoutRequest(AuditAction.PASSKEY_REMOVED, userId, null, passkey.id());
		}
	}

	private Passkey require(String userId, String id) {
		return this.passkeys.findById(id)
			.filter((passkey) -> passkey.userId().equals(userId))
			.orElseThrow(() -> RefusalException.notFound("passkey.not-found", "The passkey does not exist."));
	}

}
