package org.parley.auth.user.event;

import java.time.Instant;
import java.util.List;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A user has verified the mail address.
 *
 * @param user the user
 * @param roles the role and the roles that it includes
 * @param verifiedAt when the address was verified
 * @param version the version of the account
 */
@Publishes("user.verified")
public record UserVerified(UserPortrait user, List<String> roles, Instant verifiedAt,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

}
