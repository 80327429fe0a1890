package org.parley.moderation.cases;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a case is. */
public enum CaseStatus {

	/** Nobody has taken it. */
	OPEN,
	/** A moderator is about to decide. */
	CLAIMED,
	/** A moderator has decided. */
	DECIDED,
	/** There is nothing to decide any more. */
	WITHDRAWN;

	/** Whether somebody must still decide. */
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
