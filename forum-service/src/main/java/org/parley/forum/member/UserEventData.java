package org.parley.forum.member;

import org.jspecify.annotations.Nullable;

/**
 * What auth-service tells of a person: in every event about one, or as a snapshot.
 *
 * @param user who
 * @param version of the account
 */
record UserEventData(Account user, long version) {

	/**
	 * Somebody, as events about their account show them.
	 *
	 * @param id never changes
	 * @param username unique without regard to case
	 * @param displayName as shown to others
	 * @param avatarUrl where their picture is; absent when they have none
	 * @param status whether they may write; absent in events of before there were bans
	 * @param verified whether their mail address is known to be theirs; absent in events
	 * of before that was told
	 */
	record Account(String id, String username, String displayName, @Nullable String avatarUrl,
			@Nullable MemberStatus status, @Nullable Boolean verified) {
	}

}
