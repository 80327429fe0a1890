package org.parley.forum.member;

import org.jspecify.annotations.Nullable;

/**
 * The account data in events and snapshots of auth-service.
 *
 * @param user the account
 * @param version the version of the account
 */
record UserEventData(Account user, long version) {

	/**
	 * An account.
	 *
	 * @param id the id, which never changes
	 * @param username unique, ignoring case
	 * @param displayName as shown to others
	 * @param avatarUrl the address of the avatar image; absent if there is none
	 * @param avatarPath the path of the avatar on the origin of media; absent if there is
	 * none
	 * @param status whether the member may write; absent in old events
	 * @param verified whether the email address is verified; absent in old events
	 */
	record Account(String id, String username, String displayName, @Nullable String avatarUrl,
			@Nullable String avatarPath, @Nullable MemberStatus status, @Nullable Boolean verified) {
	}

}
