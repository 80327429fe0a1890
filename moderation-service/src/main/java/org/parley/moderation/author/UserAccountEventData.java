package org.parley.moderation.author;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What auth-service tells of somebody.
 *
 * @param user who
 * @param roles what they may do
 * @param registeredAt when the account was opened; told when it is, and in snapshots
 * @param version of the account
 */
record UserAccountEventData(Account user, Set<String> roles, @Nullable Instant registeredAt, long version) {

	/**
	 * Whose account.
	 *
	 * @param id never changes
	 * @param status {@code active} or {@code banned}; absent in events of before there
	 * were bans
	 */
	record Account(String id, @Nullable String status) {

		boolean isBanned() {
			return "banned".equals(this.status);
		}

	}

}
