package org.parley.social.post.reaction;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kinds of reaction. */
public enum ReactionKind {

	LIKE, LOVE, HAPPY, WOW, SAD, ANGRY;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
