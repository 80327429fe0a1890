package org.parley.summary.request;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The status of a summary. */
enum SummaryStatus {

	/** A job is open; an older summary can be present. */
	PENDING,
	/** The summary is present. */
	READY,
	/** The last job failed, and no summary is present. */
	FAILED;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
