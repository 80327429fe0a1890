package org.parley.contracts.media;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The readers who may see a medium because something uses it. */
public enum MediaAudience {

	/** Everybody, so addresses need no signature. */
	EVERYONE,
	/** Everybody, unless the owner's account is private. */
	ACCOUNT,
	/** Some people; each read signs the addresses. */
	RESTRICTED;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
