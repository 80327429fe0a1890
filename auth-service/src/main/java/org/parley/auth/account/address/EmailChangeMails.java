package org.parley.auth.account.address;

import org.parley.auth.user.User;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.auth.user.mailtoken.MailLinkPublisher;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;

import org.springframework.stereotype.Component;

/** Publishes the events from which notification-service sends the mails of a change. */
@Component
class EmailChangeMails {

	private final MailLinkPublisher publisher;

	private final SendSecurityAlert sendSecurityAlert;

	EmailChangeMails(MailLinkPublisher publisher, SendSecurityAlert sendSecurityAlert) {
		this.publisher = publisher;
		this.sendSecurityAlert = sendSecurityAlert;
	}

	/** Sends the link to the new address and an alert to the present one. */
	void sendConfirmation(User user, String email, MailTokens.Issued link) {
		this.publisher.publish(MailTokenPurpose.EMAIL_CHANGE, user, email, link);
		this.sendSecurityAlert.alert(user, SecurityAlert.Kind.EMAIL_CHANGE_REQUESTED);
	}

	/**
	 * Sends the link that undoes the change to the address that is about to be replaced.
	 */
	void sendUndo(User user, MailTokens.Issued link) {
		this.publisher.publish(MailTokenPurpose.EMAIL_CHANGE_UNDO, user, user.email(), link);
	}

}
