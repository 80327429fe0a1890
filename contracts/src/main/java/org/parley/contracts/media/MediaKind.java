package org.parley.contracts.media;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kind of a medium, by its content. */
public enum MediaKind {

	IMAGE,
	/** A picture that moves. */
	GIF, VIDEO;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
