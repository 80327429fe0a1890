package org.parley.chat.message;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a message is shown. */
public enum MessageStatus {

	ACTIVE,
	/** Its author deleted it: a placeholder remains. */
	DELETED,
	/** Moderators removed it: a placeholder remains. */
	REMOVED,
	/** It is accepted and will be stored; no stored message has this status. */
	ACCEPTED;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
