package org.parley.social.profile;

import org.jspecify.annotations.Nullable;
import org.parley.social.relation.change.RelationView;

/**
 * A person with counts and relation.
 *
 * @param username unique, ignoring case
 * @param displayName as shown to others
 * @param privateAccount whether the person approves followers
 * @param counts what the reader may see of the person
 * @param relation the relation to the reader; null for guests
 */
record SocialProfileView(String id, String username, String displayName, @Nullable String avatarUrl,
		boolean privateAccount, Counts counts, @Nullable RelationView relation) {

	/**
	 * Counts of a person.
	 *
	 * @param posts the posts that the reader may see
	 * @param following the people whom the person follows
	 */
	record Counts(long posts, long followers, long following) {

		static final Counts NONE = new Counts(0, 0, 0);

	}

}
