package org.parley.moderation.statement;

import org.parley.contracts.LowerCaseName;

/** The state of a statement: IN_FORCE, then LIFTED or SUPERSEDED. */
public enum StatementStatus implements LowerCaseName {

	/** The restriction is in force. */
	IN_FORCE,
	/** The restriction has ended. */
	LIFTED,
	/** A later decision about the post has replaced the restriction. */
	SUPERSEDED

}
