package org.parley.forum.report;

import java.util.Locale;

import org.parley.contracts.LowerCaseName;

/** The state of a report. */
public enum ReportStatus implements LowerCaseName {

	/** Not yet decided. */
	OPEN,

	/** A moderator agreed with the report. */
	UPHELD,

	/** A moderator found no problem. */
	DISMISSED;

	public static ReportStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
