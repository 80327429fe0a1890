package org.parley.auth.user.event;

import java.time.Instant;
import java.util.List;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * Somebody has an account now.
 *
 * @param user who
 * @param roles all that they have
 * @param registeredAt when
 * @param version of the account
 */
@Publishes("user.registered")
public record UserRegistered(UserPortrait user, List<String> roles, Instant registeredAt,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

	@Override
	public String partitionKey() {
		return this.user.id();
	}

}
