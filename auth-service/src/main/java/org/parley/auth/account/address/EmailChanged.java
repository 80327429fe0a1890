package org.parley.auth.account.address;

import java.time.Instant;

import org.parley.auth.user.event.UserPortrait;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * The mail address of an account has changed; the previous address receives an undo link.
 *
 * @param user the user
 * @param address the previous address, which receives the mail
 * @param token the secret in the undo link
 * @param expiresAt when the undo link expires
 * @param locale the user's language, a BCP 47 tag
 */
@Publishes("email-change.made")
record EmailChanged(UserPortrait user, SealedEventSecret address, SealedEventSecret token, Instant expiresAt,
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
