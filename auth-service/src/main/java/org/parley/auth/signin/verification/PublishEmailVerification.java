package org.parley.auth.signin.verification;

import org.parley.auth.user.User;
import org.parley.auth.user.contact.MailPayloadCipher;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Issues the token of a verification mail and publishes the event that sends it. */
@Component
class PublishEmailVerification {

	private final MailTokens tokens;

	private final MailPayloadCipher cipher;

	private final ApplicationEventPublisher events;

	PublishEmailVerification(MailTokens tokens, MailPayloadCipher cipher, ApplicationEventPublisher events) {
		this.tokens = tokens;
		this.cipher = cipher;
		this.events = events;
	}

	/** Publishes the event. Part of the caller's transaction. */
	void publish(User user) {
		var token = this.tokens.issue(MailTokenPurpose.EMAIL_VERIFICATION, user);
		this.events.publishEvent(new EmailVerificationRequested(user.portrait(), this.cipher.seal(user.email()),
				this.cipher.seal(token.text()), token.expiresAt(), user.profile().locale()));
	}

}
