package org.parley.platform.domain;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The reasons for a report, which are the same for all kinds of content. */
public enum ReportReason {

	/** Advertising or repeated content. */
	SPAM,

	/** Insults, threats or hatred. */
	ABUSE,

	/** Private information about a person. */
	PRIVACY,

	/** Explicit content without a warning. */
	EXPLICIT,

	/** Illegal content. */
	ILLEGAL,

	/** Content that belongs elsewhere. */
	OFF_TOPIC,

	/** Another reason, explained in the note. */
	OTHER;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
