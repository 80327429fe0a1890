package org.parley.forum.report;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What may be wrong with a post. */
public enum ReportReason {

	/** Advertising, or the same everywhere. */
	SPAM,

	/** Insults, threats or hatred. */
	ABUSE,

	/** Somebody's private affairs. */
	PRIVACY,

	/** What must not be seen unprepared. */
	EXPLICIT,

	/** What the law forbids. */
	ILLEGAL,

	/** It belongs elsewhere. */
	OFF_TOPIC,

	/** What the note says. */
	OTHER;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
