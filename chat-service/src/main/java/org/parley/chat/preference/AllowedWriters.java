package org.parley.chat.preference;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The people who may open a conversation with a person, or write to them. */
enum AllowedWriters {

	EVERYONE,
	/** Only people whom the person follows. */
	FOLLOWING, NOBODY;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
