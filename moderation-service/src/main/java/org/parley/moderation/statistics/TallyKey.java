package org.parley.moderation.statistics;

/** The property by which decisions are counted. */
enum TallyKey {

	/** The moderator who decided. */
	MODERATOR("ruling.by._id", "measure.by._id"),
	/** The version of the policy of the last check before the decision. */
	POLICY("grounds.finding.policyVersion", "grounds.finding.policyVersion");

	private final String inCases;

	private final String inStatements;

	TallyKey(String inCases, String inStatements) {
		this.inCases = inCases;
		this.inStatements = inStatements;
	}

	/** The path of the key in a case. */
	String inCases() {
		return this.inCases;
	}

	/** The path of the key in a statement of reasons. */
	String inStatements() {
		return this.inStatements;
	}

}
