package org.parley.auth.passkey;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.recovery.PasswordReset;
import org.parley.auth.user.EmailRestored;
import org.parley.auth.user.UserDeleted;
import org.parley.auth.user.Users;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Renames and removes passkeys. Who takes an account back by mail loses all of them: the
 * one who had it may have added one.
 */
@Component
class ChangingPasskeys {

	private final Passkeys passkeys;

	private final Users users;

	private final Alerting alerting;

	private final UnitOfWork work;

	private final Audit audit;

	ChangingPasskeys(Passkeys passkeys, Users users, Alerting alerting, UnitOfWork work, Audit audit) {
		this.passkeys = passkeys;
		this.users = users;
		this.alerting = alerting;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Names it anew.
	 * @throws ProblemException 404 {@code passkey.not-found}
	 */
	Passkey rename(String userId, String id, String name) {
		return this.work.run(() -> {
			var passkey = own(userId, id);
			passkey.rename(name);
			return this.passkeys.save(passkey);
		});
	}

	/**
	 * It lets nobody in any more; sessions that began with it go on.
	 * @throws ProblemException 404 {@code passkey.not-found}
	 */
	void remove(String userId, String id, Client client) {
		this.work.run(() -> {
			this.passkeys.delete(own(userId, id));
			var user = this.users.findById(userId).orElseThrow();
			user.revokeLinks();
			this.users.save(user);
			this.alerting.alert(user, SecurityAlert.Kind.PASSKEY_REMOVED);
			this.audit.record(Act.PASSKEY_REMOVED, userId, id, client);
			return id;
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
			this.audit.recordWithoutRequest(Act.PASSKEY_REMOVED, userId, null, passkey.id());
		}
	}

	private Passkey own(String userId, String id) {
		return this.passkeys.findById(id)
			.filter((passkey) -> passkey.userId().equals(userId))
			.orElseThrow(() -> ProblemException.notFound("passkey.not-found", "You have no such passkey."));
	}

}
