package org.parley.moderation.statement;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of a statement: IN_FORCE, then LIFTED or SUPERSEDED. */
public enum StatementStatus {

	/** The restriction is in force. */
	IN_FORCE,
	/** The restriction has ended. */
	LIFTED,
	/** A later decision about the post has replaced the restriction. */
	SUPERSEDED;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
