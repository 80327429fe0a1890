package org.parley.summary.request;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a summary is. */
enum SummaryStatus {

	/** It is being made; an older one may be there meanwhile. */
	PENDING,
	/** It is there. */
	READY,
	/** It could not be made, and no other is there. */
	FAILED;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
