package org.parley.forum.report;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of a report. */
public enum ReportStatus {

	/** Not yet decided. */
	OPEN,

	/** A moderator agreed with the report. */
	UPHELD,

	/** A moderator found no problem. */
	DISMISSED;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static ReportStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
