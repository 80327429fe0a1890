package org.parley.auth.user.mailtoken;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.contracts.account.contact.MailLinkRequested;
import org.parley.platform.messaging.secret.MailPayloadCipher;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Publishes the events from which notification-service sends mails with a link, in the
 * transaction of the caller.
 */
@Component
public class MailLinkPublisher {

	private final MailTokens tokens;

	private final MailPayloadCipher cipher;

	private final ApplicationEventPublisher events;

	MailLinkPublisher(MailTokens tokens, MailPayloadCipher cipher, ApplicationEventPublisher events) {
		this.tokens = tokens;
		this.cipher = cipher;
		this.events = events;
	}

	/** Issues a link and publishes it for the owner's address. */
	public void issue(MailTokenPurpose purpose, User owner) {
		publish(purpose, owner, owner.email(), this.tokens.issue(purpose, owner));
	}

	/** Invites the owner of an account that others have created to choose a password. */
	public void invite(User owner) {
		publish(MailTokenPurpose.PASSWORD_RESET, owner, owner.email(), this.tokens.issueFirst(owner), true);
	}

	public void publish(MailTokenPurpose purpose, User owner, String address, MailTokens.Issued link) {
		publish(purpose, owner, address, link, null);
	}

	private void publish(MailTokenPurpose purpose, User owner, String address, MailTokens.Issued link,
			@Nullable Boolean accountCreated) {
		this.events.publishEvent(new MailLinkRequested(purpose.eventType(), owner.portrait(), this.cipher.seal(address),
				this.cipher.seal(link.text()), link.expiresAt(), owner.profile().locale(), accountCreated));
	}

	/** Encrypts and writes as much as {@link #issue}, for an unknown address. */
	public void imitate(MailTokenPurpose purpose, String decoyOwner, String address) {
		var link = this.tokens.issueDecoy(purpose, decoyOwner);
		this.cipher.seal(address);
		this.cipher.seal(link.text());
		this.tokens.issueDecoy(purpose, decoyOwner);
	}

}
