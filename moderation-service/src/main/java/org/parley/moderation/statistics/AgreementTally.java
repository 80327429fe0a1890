package org.parley.moderation.statistics;

/**
 * How decisions about a text compare with those of other moderators about the same text.
 *
 * @param id the id of the moderator, or the version of the policy
 * @param compared the number of decisions about texts that another moderator decided, too
 * @param agreed the sum of the shares of the other decisions that agree with them
 */
record AgreementTally(String id, long compared, double agreed) {

	static AgreementTally none(String id) {
		return new AgreementTally(id, 0, 0);
	}

}
