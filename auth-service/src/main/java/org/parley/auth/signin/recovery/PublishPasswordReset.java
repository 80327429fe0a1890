package org.parley.auth.signin.recovery;

import org.parley.auth.user.User;
import org.parley.auth.user.contact.MailPayloadCipher;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Issues the token of a password reset and publishes the event that sends the mail. */
@Component
class PublishPasswordReset {

	private final MailTokens tokens;

	private final MailPayloadCipher cipher;

	private final ApplicationEventPublisher events;

	PublishPasswordReset(MailTokens tokens, MailPayloadCipher cipher, ApplicationEventPublisher events) {
		this.tokens = tokens;
		this.cipher = cipher;
		this.events = events;
	}

	/** Publishes the event. Part of the caller's transaction. */
	void publish(User user) {
		var token = this.tokens.issue(MailTokenPurpose.PASSWORD_RESET, user);
		this.events.publishEvent(new PasswordResetRequested(user.portrait(), this.cipher.seal(user.email()),
				this.cipher.seal(token.text()), token.expiresAt(), user.profile().locale()));
	}

	/** Encrypts and writes as much as {@link #publish}, for an unknown address. */
	void imitate(String owner, String address) {
		var token = this.tokens.issueDecoy(MailTokenPurpose.PASSWORD_RESET, owner);
		this.cipher.seal(address);
		this.cipher.seal(token.text());
		this.tokens.issueDecoy(MailTokenPurpose.PASSWORD_RESET, owner);
	}

}
