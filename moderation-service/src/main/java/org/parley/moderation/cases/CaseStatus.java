package org.parley.moderation.cases;

import java.util.Locale;

import org.parley.contracts.LowerCaseName;

/** The state of a case. */
public enum CaseStatus implements LowerCaseName {

	/** No moderator has claimed it. */
	OPEN,
	/** A moderator has claimed it. */
	CLAIMED,
	/** A moderator has decided. */
	DECIDED,
	/** A decision is no longer needed. */
	WITHDRAWN;

	/** Whether the case still needs a decision. */
	public boolean isUnresolved() {
		return this == OPEN || this == CLAIMED;
	}

	static CaseStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
