package org.parley.auth.signin.admission.invitation;

import org.parley.auth.signin.admission.rules.CurrentRules;
import org.parley.auth.signin.credential.CallerTransaction;
import org.parley.auth.tokens.secret.Issued;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.mailtoken.MailLinkPublisher;
import org.parley.auth.user.mailtoken.MailThrottle;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.stereotype.Component;

/**
 * Invites people. An invitation for one address is mailed to it, and nobody else sees its
 * secret, so its use proves the address.
 */
@Component
class InvitePeople {

	private final CurrentRules currentRules;

	private final IssueInvitation issueInvitation;

	private final MailThrottle mailThrottle;

	private final MailLinkPublisher mailLinks;

	private final CallerTransaction callerTransaction;

	private final Audit audit;

	InvitePeople(CurrentRules currentRules, IssueInvitation issueInvitation, MailThrottle mailThrottle,
			MailLinkPublisher mailLinks, CallerTransaction callerTransaction, Audit audit) {
		this.currentRules = currentRules;
		this.issueInvitation = issueInvitation;
		this.mailThrottle = mailThrottle;
		this.mailLinks = mailLinks;
		this.callerTransaction = callerTransaction;
		this.audit = audit;
	}

	/**
	 * Issues an invitation.
	 * @throws RefusalException 400 about a property; 403
	 * {@code invitation.not-permitted}, {@code invitation.groups-not-permitted}; 409
	 * {@code invitation.too-many}; 429 {@code invitation.mail-limit}
	 */
	InvitationView invite(Caller caller, InvitationRequest request, ClientDevice clientDevice) {
		return this.callerTransaction.run(caller, (inviter) -> {
			requirePermission(inviter, request);
			var issued = this.issueInvitation.issue(inviter, request);
			this.audit.record(AuditAction.INVITED, inviter.id(), issued.item().id(), clientDevice);
			var address = issued.item().email();
			if (address == null) {
				return InvitationView.of(issued.item(), null, issued.secret().text());
			}
			mail(inviter, address, issued);
			return InvitationView.of(issued.item());
		});
	}

	/** Only people whose own address is verified invite others. */
	private void requirePermission(User inviter, InvitationRequest request) {
		var rules = this.currentRules.rules();
		if (!rules.mayInvite(inviter.role()) || !inviter.isEmailVerified()) {
			throw RefusalException.forbidden("invitation.not-permitted",
					"You cannot invite people here, or you have not verified your mail address yet.");
		}
		if (request.email() != null) {
			rules.requirePermitted(request.email());
		}
	}

	private void mail(User inviter, String address, Issued<Invitation> issued) {
		var delay = this.mailThrottle.acquire(MailTokenPurpose.INVITATION, inviter.id());
		if (!delay.isZero()) {
			throw RefusalException.later(RefusalKind.LIMITED, "invitation.mail-limit",
					"You have invited as many people by mail as you can within a day.", delay);
		}
		this.mailLinks.publish(MailTokenPurpose.INVITATION, inviter, address,
				new MailTokens.Issued(issued.secret().text(), issued.item().expiresAt()));
	}

}
