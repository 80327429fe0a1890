package org.parley.auth.signin.verification;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.mailtoken.MailLinkPublisher;
import org.parley.auth.user.mailtoken.MailThrottle;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Sends verification mails. */
@Component
public class RequestEmailVerification {

	private final Users users;

	private final MailThrottle mailThrottle;

	private final MailLinkPublisher mailLinks;

	private final UnitOfWork unitOfWork;

	private final Audit audit;

	RequestEmailVerification(Users users, MailThrottle mailThrottle, MailLinkPublisher mailLinks, UnitOfWork unitOfWork,
			Audit audit) {
		this.users = users;
		this.mailThrottle = mailThrottle;
		this.mailLinks = mailLinks;
		this.unitOfWork = unitOfWork;
		this.audit = audit;
	}

	/** Sends the first mail. Part of the transaction that opens the account. */
	public void sendFirst(User user) {
		this.mailThrottle.acquire(MailTokenPurpose.EMAIL_VERIFICATION, user.id());
		this.mailLinks.issue(MailTokenPurpose.EMAIL_VERIFICATION, user);
	}

	/**
	 * Sends another mail.
	 * @throws RefusalException 409 {@code user.already-verified}; 429
	 * {@code auth.mail-limit}
	 */
	void resend(String userId, ClientDevice clientDevice) {
		this.unitOfWork.run(() -> {
			var user = this.users.findById(userId).orElseThrow();
			if (user.isEmailVerified()) {
				throw RefusalException.conflict("user.already-verified", "This address is already verified.");
			}
			this.mailThrottle.require(MailTokenPurpose.EMAIL_VERIFICATION, user.id());
			this.audit.record(AuditAction.VERIFICATION_REQUESTED, user.id(), null, clientDevice);
			this.mailLinks.issue(MailTokenPurpose.EMAIL_VERIFICATION, user);
		});
	}

}
