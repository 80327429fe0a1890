package org.parley.contracts.media;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The use that a medium is uploaded for. */
public enum MediaPurpose {

	AVATAR, FORUM, SOCIAL, MESSAGE;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
