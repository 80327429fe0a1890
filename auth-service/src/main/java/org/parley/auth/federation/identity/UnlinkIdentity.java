package org.parley.auth.federation.identity;

import java.util.List;

import org.parley.auth.signin.credential.RecordCredentialChange;
import org.parley.auth.signin.credential.SignInMethods;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Unlinks identities from accounts. */
@Component
class UnlinkIdentity {

	private final LinkedIdentities identities;

	private final Users users;

	private final SignInMethods signInMethods;

	private final RecordCredentialChange recordChange;

	private final UnitOfWork unitOfWork;

	private final LeaveProviderGroups leaveGroups;

	UnlinkIdentity(LinkedIdentities identities, Users users, SignInMethods signInMethods,
			RecordCredentialChange recordChange, UnitOfWork unitOfWork, LeaveProviderGroups leaveGroups) {
		this.identities = identities;
		this.users = users;
		this.signInMethods = signInMethods;
		this.recordChange = recordChange;
		this.unitOfWork = unitOfWork;
		this.leaveGroups = leaveGroups;
	}

	/**
	 * Unlinks one identity. Sessions started with it continue, membership in the groups
	 * of its provider does not.
	 * @throws RefusalException 404 {@code identity.not-found}; 409
	 * {@code auth.last-way-in}
	 */
	void unlink(Caller caller, String id, ClientDevice clientDevice) {
		this.unitOfWork.run(() -> {
			var identity = this.identities.findById(id)
				.filter((found) -> found.userId().equals(caller.id()))
				.orElseThrow(() -> RefusalException.notFound("identity.not-found", "The identity does not exist."));
			this.identities.delete(identity);
			this.leaveGroups.leave(List.of(identity));
			var user = this.users.findById(caller.id()).orElseThrow();
			this.signInMethods.requireOne(user);
			user.revokeLinks();
			return this.recordChange.record(user, SecurityAlert.Kind.IDENTITY_UNLINKED, AuditAction.IDENTITY_UNLINKED,
					identity.provider(), clientDevice);
		});
	}

}
