package org.parley.auth.signin.recovery;

import java.time.Instant;

import org.parley.auth.user.event.UserPortrait;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * A password reset has been requested.
 *
 * @param user whose password it is
 * @param address recipient of the mail
 * @param token of the link
 * @param expiresAt end of the link's validity
 * @param locale language of the mail, a BCP 47 tag
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
