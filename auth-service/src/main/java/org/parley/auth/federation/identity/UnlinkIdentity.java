package org.parley.auth.federation.identity;

import org.parley.auth.signin.credential.RecordCredentialChange;
import org.parley.auth.signin.credential.SignInMethods;
import org.parley.auth.signin.recovery.PasswordReset;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.event.EmailRestored;
import org.parley.contracts.account.UserDeleted;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Unlinks identities from accounts. A recovery by mail unlinks all of them, as an
 * intruder may have linked one.
 */
@Component
class UnlinkIdentity {

	private final LinkedIdentities identities;

	private final Users users;

	private final SignInMethods signInMethods;

	private final RecordCredentialChange recordChange;

	private final UnitOfWork unitOfWork;

	private final Audit audit;

	UnlinkIdentity(LinkedIdentities identities, Users users, SignInMethods signInMethods,
			RecordCredentialChange recordChange, UnitOfWork unitOfWork, Audit audit) {
		this.identities = identities;
		this.users = users;
		this.signInMethods = signInMethods;
		this.recordChange = recordChange;
		this.unitOfWork = unitOfWork;
		this.audit = audit;
	}

	/**
	 * Unlinks one identity. Sessions started with it continue.
	 * @throws RefusalException 404 {@code identity.not-found}; 409
	 * {@code auth.last-way-in}
	 */
	void unlink(Caller caller, String id, ClientDevice clientDevice) {
		this.unitOfWork.run(() -> {
			var identity = this.identities.findById(id)
				.filter((found) -> found.userId().equals(caller.id()))
				.orElseThrow(() -> RefusalException.notFound("identity.not-found", "The identity does not exist."));
			this.identities.delete(identity);
			var user = this.users.findById(caller.id()).orElseThrow();
			this.signInMethods.requireOne(user);
			user.revokeLinks();
			return this.recordChange.record(user, SecurityAlert.Kind.IDENTITY_UNLINKED, AuditAction.IDENTITY_UNLINKED,
					identity.provider(), clientDevice);
		});
	}

	@EventListener
	void on(UserDeleted event) {
		this.identities.deleteAll(this.identities.findByUserIdOrderById(event.userId()));
	}

	@EventListener
	void on(EmailRestored event) {
		unlinkAll(event.userId());
	}

	@EventListener
	void on(PasswordReset event) {
		unlinkAll(event.userId());
	}

	private void unlinkAll(String userId) {
		for (var identity : this.identities.findByUserIdOrderById(userId)) {
			this.identities.delete(identity);
			this.audit.recordWithoutRequest(AuditAction.IDENTITY_UNLINKED, userId, null, identity.provider());
		}
	}

}
