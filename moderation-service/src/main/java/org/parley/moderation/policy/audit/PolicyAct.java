package org.parley.moderation.policy.audit;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** An act of a moderator on a policy. */
public enum PolicyAct {

	/** Created a draft. */
	CREATED,
	/** Changed a draft. */
	EDITED,
	/** Deleted a draft. */
	DELETED,
	/** Put a policy in force. */
	ACTIVATED;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
