package org.parley.auth.account.address;

import java.time.Instant;

import org.parley.auth.user.event.UserPortrait;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * An account has another mail address; the one before is told, with a way back.
 *
 * @param user who
 * @param address the one before, where the mail goes
 * @param token what the way back carries
 * @param expiresAt when there is no way back any more
 * @param locale the language that they read, a BCP 47 tag
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
