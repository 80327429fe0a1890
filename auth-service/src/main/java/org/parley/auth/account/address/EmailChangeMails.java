package org.parley.auth.account.address;

import org.parley.auth.user.User;
import org.parley.auth.user.contact.MailPayloadCipher;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.auth.user.mailtoken.MailTokens;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes the events from which notification-service sends the mails of a change. */
@Component
class EmailChangeMails {

	private final ApplicationEventPublisher events;

	private final MailPayloadCipher cipher;

	private final SendSecurityAlert sendSecurityAlert;

	EmailChangeMails(ApplicationEventPublisher events, MailPayloadCipher cipher, SendSecurityAlert sendSecurityAlert) {
		this.events = events;
		this.cipher = cipher;
		this.sendSecurityAlert = sendSecurityAlert;
	}

	/** Sends the link to the new address and an alert to the present one. */
	void sendConfirmation(User user, String email, MailTokens.Issued link) {
		this.events.publishEvent(new EmailChangeRequested(user.portrait(), this.cipher.seal(email),
				this.cipher.seal(link.text()), link.expiresAt(), user.profile().locale()));
		this.sendSecurityAlert.alert(user, SecurityAlert.Kind.EMAIL_CHANGE_REQUESTED);
	}

	/**
	 * Sends the link that undoes the change to the address that is about to be replaced.
	 */
	void sendUndo(User user, MailTokens.Issued link) {
		this.events.publishEvent(new EmailChanged(user.portrait(), this.cipher.seal(user.email()),
				this.cipher.seal(link.text()), link.expiresAt(), user.profile().locale()));
	}

}
