package org.parley.auth.user.event;

import java.time.Instant;
import java.util.List;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A user has registered.
 *
 * @param user the user
 * @param roles the role and the roles that it includes
 * @param registeredAt when the user registered
 * @param version the version of the account
 */
@Publishes("user.registered")
public record UserRegistered(UserPortrait user, List<String> roles, Instant registeredAt,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

}
