package org.parley.moderation.policy;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of a policy. DRAFT → ACTIVE ⇄ RETIRED. */
public enum PolicyStatus {

	/** It was never in force and can be edited. */
	DRAFT,
	/** It is in force. */
	ACTIVE,
	/** It was in force and can be again. */
	RETIRED;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static PolicyStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
