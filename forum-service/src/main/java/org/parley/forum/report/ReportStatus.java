package org.parley.forum.report;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a report is. */
public enum ReportStatus {

	/** Nobody has decided. */
	OPEN,

	/** A moderator saw it the same way. */
	UPHELD,

	/** A moderator saw nothing wrong. */
	DISMISSED;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static ReportStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
