package org.parley.moderation.cases;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of a case. */
public enum CaseStatus {

	/** No moderator has claimed it. */
	OPEN,
	/** A moderator has claimed it. */
	CLAIMED,
	/** A moderator has decided. */
	DECIDED,
	/** A decision is no longer needed. */
	WITHDRAWN;

	/** Whether the case still needs a decision. */
	boolean isUnresolved() {
		return this == OPEN || this == CLAIMED;
	}

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

	static CaseStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
