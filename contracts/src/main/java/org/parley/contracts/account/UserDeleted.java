package org.parley.contracts.account;

import java.time.Instant;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * An account was deleted; other services delete their copies.
 *
 * @param version the last version of the account
 */
@Publishes("user.deleted")
public record UserDeleted(String userId, Instant deletedAt, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.userId;
	}

}
