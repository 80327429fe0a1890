package org.parley.auth.account.address;

import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Sends a confirmation link to the address that a user asks for. */
@Component
class RequestEmailChange {

	private final VerifyOwner verifyOwner;

	private final EmailChangeLinks links;

	private final EmailChangeMails mails;

	private final Audit audit;

	RequestEmailChange(VerifyOwner verifyOwner, EmailChangeLinks links, EmailChangeMails mails, Audit audit) {
		this.verifyOwner = verifyOwner;
		this.links = links;
		this.mails = mails;
		this.audit = audit;
	}

	/**
	 * Verifies the caller and sends the link.
	 * @throws RefusalException as {@link VerifyOwner} throws; 409
	 * {@code user.email-taken}; 429 {@code auth.mail-limit}
	 */
	void request(Caller caller, EmailChangeRequest request, ClientDevice clientDevice) {
		var proof = new VerifyOwner.Proof(request.password(), request.otp());
		this.verifyOwner.verify(caller, proof, clientDevice, (user) -> {
			var address = User.addressOf(request.email());
			var link = this.links.issue(user, address);
			this.mails.sendConfirmation(user, address, link);
			this.audit.record(AuditAction.EMAIL_CHANGE_REQUESTED, user.id(), null, clientDevice);
			return user;
		});
	}

}
