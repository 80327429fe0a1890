package org.parley.social.report;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The reasons for a report, as for posts of the forum. */
enum SocialReportReason {

	SPAM, ABUSE, PRIVACY, EXPLICIT, ILLEGAL, OFF_TOPIC, OTHER;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
