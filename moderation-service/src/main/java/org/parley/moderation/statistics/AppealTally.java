package org.parley.moderation.statistics;

/**
 * Appeals against the decisions of a moderator, or of checks and moderators under a
 * policy.
 *
 * @param id the id of the moderator, or the version of the policy
 * @param answered how many of them were upheld or overturned
 * @param overturned how many of them were overturned
 */
record AppealTally(String id, long filed, long answered, long overturned) {

	static AppealTally none(String id) {
		return new AppealTally(id, 0, 0, 0);
	}

}
