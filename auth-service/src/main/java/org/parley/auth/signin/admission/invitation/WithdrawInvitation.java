package org.parley.auth.signin.admission.invitation;

import java.util.function.Predicate;

import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Withdraws invitations; people who have used them stay. */
@Component
class WithdrawInvitation {

	private final Invitations invitations;

	private final Audit audit;

	private final UnitOfWork unitOfWork;

	WithdrawInvitation(Invitations invitations, Audit audit, UnitOfWork unitOfWork) {
		this.invitations = invitations;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Withdraws an invitation of the caller.
	 * @throws RefusalException 404 {@code invitation.not-found}
	 */
	void withdrawOwn(String id, Caller caller, ClientDevice clientDevice) {
		withdraw(id, (invitation) -> invitation.invitedBy().equals(caller.id()), caller, clientDevice);
	}

	/**
	 * Withdraws an invitation of any user.
	 * @throws RefusalException 404 {@code invitation.not-found}
	 */
	void withdrawAny(String id, Caller admin, ClientDevice clientDevice) {
		withdraw(id, (_) -> true, admin, clientDevice);
	}

	private void withdraw(String id, Predicate<Invitation> permitted, Caller by, ClientDevice clientDevice) {
		this.unitOfWork.run(() -> {
			var invitation = this.invitations.findById(id)
				.filter(permitted)
				.orElseThrow(() -> RefusalException.notFound("invitation.not-found", "The invitation does not exist."));
			this.invitations.delete(invitation);
			this.audit.record(AuditAction.INVITATION_WITHDRAWN, invitation.invitedBy(), by.id(), id, clientDevice);
		});
	}

}
