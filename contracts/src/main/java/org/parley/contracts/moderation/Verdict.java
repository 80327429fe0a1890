package org.parley.contracts.moderation;

import org.parley.contracts.LowerCaseName;

/** The result of a check, in order of severity. */
public enum Verdict implements LowerCaseName {

	/** The content is acceptable. */
	CLEAN,
	/** The content is visible, and moderators review it. */
	FLAGGED,
	/** The content is hidden from readers until a moderator decides. */
	HELD,
	/** The content is removed; a moderator can restore it. */
	REMOVED;

	/** Returns the more severe of two verdicts. */
	public Verdict stricter(Verdict other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
