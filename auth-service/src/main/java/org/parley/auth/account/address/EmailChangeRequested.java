package org.parley.auth.account.address;

import java.time.Instant;

import org.parley.auth.user.event.UserPortrait;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * A user has asked for a new mail address.
 *
 * @param user the user
 * @param address the new address, which receives the mail
 * @param token the secret in the link
 * @param expiresAt when the link expires
 * @param locale the user's language, a BCP 47 tag
 */
@Publishes("email-change.requested")
record EmailChangeRequested(UserPortrait user, SealedEventSecret address, SealedEventSecret token, Instant expiresAt,
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
