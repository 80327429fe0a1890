package org.parley.auth.account.address;

import java.time.Instant;

import org.parley.auth.user.event.UserPortrait;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * Somebody wants another mail address.
 *
 * @param user who
 * @param address the new one, where the mail goes
 * @param token what the link carries
 * @param expiresAt when the link counts no more
 * @param locale the language that they read, a BCP 47 tag
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
