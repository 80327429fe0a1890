package org.parley.contracts.chat;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kinds of conversation. */
public enum ConversationKind {

	/** Exactly one for two people. */
	DIRECT,
	/** For people whom its owner invites. */
	GROUP,
	/** Listed, and open to everyone or to the readers of a category. */
	ROOM;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
