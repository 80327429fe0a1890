package org.parley.auth.signin.verification;

import java.time.Instant;

import org.parley.auth.user.event.UserPortrait;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * Somebody wants to show that a mail address is theirs.
 *
 * @param user who
 * @param address where the mail goes
 * @param token what the link carries
 * @param expiresAt when the link counts no more
 * @param locale the language that they read, a BCP 47 tag
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
