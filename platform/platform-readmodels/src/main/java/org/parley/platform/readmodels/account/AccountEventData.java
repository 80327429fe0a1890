package org.parley.platform.readmodels.account;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Update;

/**
 * The account data in events and snapshots of auth-service.
 *
 * @param user the account
 * @param version the version of the account
 */
public record AccountEventData(Account user, long version) {

	/**
	 * Returns the update that stores the account. What the event leaves out stays as it
	 * is.
	 * @param avatarUrl the address of the avatar image
	 */
	public Update state(@Nullable String avatarUrl) {
		var state = new Update().set("username", this.user.username())
			.set("displayName", this.user.displayName())
			.set("avatarUrl", avatarUrl);
		set(state, "status", this.user.status(), AccountStatus.ACTIVE);
		set(state, "verified", this.user.verified(), false);
		return state;
	}

	private static void set(Update state, String field, @Nullable Object value, Object first) {
		if (value != null) {
			state.set(field, value);
		}
		else {
			state.setOnInsert(field, first);
		}
	}

	/**
	 * An account.
	 *
	 * @param id the id, which never changes
	 * @param username unique, ignoring case
	 * @param displayName as shown to others
	 * @param avatarUrl the address of the avatar image; absent if there is none
	 * @param avatarPath the path of the avatar on the origin of media; absent if there is
	 * none
	 * @param status whether the person may write; absent in some events
	 * @param verified whether the email address is verified; absent in some events
	 */
	public record Account(String id, String username, String displayName, @Nullable String avatarUrl,
			@Nullable String avatarPath, @Nullable AccountStatus status, @Nullable Boolean verified) {
	}

}
