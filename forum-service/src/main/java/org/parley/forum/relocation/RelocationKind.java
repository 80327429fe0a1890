package org.parley.forum.relocation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What posts are moved for. */
enum RelocationKind {

	/** A thread becomes part of another. */
	MERGE,

	/** Some replies become a thread of their own. */
	SPLIT;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
