package org.parley.auth.user.event;

import java.time.Instant;
import java.util.List;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A person's mail address is known to be theirs.
 *
 * @param user who
 * @param roles all that they have
 * @param verifiedAt when
 * @param version of the account
 */
@Publishes("user.verified")
public record UserVerified(UserPortrait user, List<String> roles, Instant verifiedAt, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

	@Override
	public String partitionKey() {
		return this.user.id();
	}

}
