package org.parley.platform.readmodels.media;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of a medium. */
public enum MediaState {

	/** The upload has begun. */
	PENDING,
	/** The upload is complete and is inspected. */
	PROCESSING,
	/** It can be used. */
	READY,
	/** It cannot be used. */
	REFUSED,
	/** It is removed; only its files may still exist. */
	REMOVED;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
