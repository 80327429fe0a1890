package org.parley.auth.signin.recovery;

import java.time.Instant;

import org.parley.auth.user.event.UserPortrait;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * Somebody has forgotten their password.
 *
 * @param user who
 * @param address where the mail goes
 * @param token what the link carries
 * @param expiresAt when the link counts no more
 * @param locale the language that they read, a BCP 47 tag
 */
@Publishes("password-reset.requested")
record PasswordResetRequested(UserPortrait user, SealedEventSecret address, SealedEventSecret token, Instant expiresAt,
		String locale) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

	@Override
	public String partitionKey() {
		return this.user.id();
	}

}
