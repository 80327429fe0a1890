package org.parley.auth.federation.identity;

import org.parley.auth.signin.recovery.PasswordReset;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.event.EmailRestored;
import org.parley.contracts.account.UserDeleted;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Unlinks all identities of an account at its deletion and at a recovery by mail, as an
 * intruder may have linked one.
 */
@Component
class UnlinkAllIdentities {

	private final LinkedIdentities identities;

	private final LeaveProviderGroups leaveGroups;

	private final Audit audit;

	UnlinkAllIdentities(LinkedIdentities identities, LeaveProviderGroups leaveGroups, Audit audit) {
		this.identities = identities;
		this.leaveGroups = leaveGroups;
		this.audit = audit;
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
		var unlinked = this.identities.findByUserIdOrderById(userId);
		this.identities.deleteAll(unlinked);
		for (var identity : unlinked) {
			this.audit.recordWithoutRequest(AuditAction.IDENTITY_UNLINKED, userId, null, identity.provider());
		}
		this.leaveGroups.leave(unlinked);
	}

}
