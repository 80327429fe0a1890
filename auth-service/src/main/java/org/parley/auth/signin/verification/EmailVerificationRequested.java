package org.parley.auth.signin.verification;

import java.time.Instant;

import org.parley.auth.user.event.UserPortrait;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * A user has requested a mail to verify their address.
 *
 * @param user who requested it
 * @param address recipient of the mail
 * @param token of the link
 * @param expiresAt end of the link's validity
 * @param locale language of the mail, a BCP 47 tag
 */
@Publishes("email-verification.requested")
record EmailVerificationRequested(UserPortrait user, SealedEventSecret address, SealedEventSecret token,
		Instant expiresAt, String locale) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

	@Override
	public String partitionKey() {
		return this.user.id();
	}

}
