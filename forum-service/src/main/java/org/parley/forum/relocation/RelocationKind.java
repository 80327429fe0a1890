package org.parley.forum.relocation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kind of a relocation. */
public enum RelocationKind {

	/** Moves all posts into another thread. */
	MERGE,

	/** Moves some replies into a new thread. */
	SPLIT;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
