package org.parley.moderation.author;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The data of auth-service's account events.
 *
 * @param user the account
 * @param roles the account's roles
 * @param registeredAt when the account was opened; only in registrations and snapshots
 * @param version the account's version
 */
record UserAccountEventData(Account user, Set<String> roles, @Nullable Instant registeredAt, long version) {

	/**
	 * An account.
	 *
	 * @param id the account's id
	 * @param status {@code active} or {@code banned}; absent in events from before bans
	 * existed
	 */
	record Account(String id, @Nullable String status) {

		boolean isBanned() {
			return "banned".equals(this.status);
		}

	}

}
