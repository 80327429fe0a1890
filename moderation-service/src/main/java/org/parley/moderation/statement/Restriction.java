package org.parley.moderation.statement;

import java.util.Optional;

import org.parley.contracts.LowerCaseName;
import org.parley.contracts.moderation.Decision;

/** The effect of a decision on the author of a post. */
public enum Restriction implements LowerCaseName {

	/** A warning; the post stays as it is. */
	WARN,
	/** A moderator has replaced the text; the post stays visible. */
	EDIT,
	/** A rule has locked the thread of the post; the post stays visible. */
	LOCK,
	/** A rule holds later texts of the author for a time; the post stays visible. */
	LIMIT,
	/** A check hides the post from readers until a moderator decides. */
	HOLD,
	/** A moderator hides the post from readers. */
	HIDE,
	/** The post is removed. */
	REMOVE,
	/** The post is removed, and its author is banned. */
	BAN;

	/** The restriction that follows from a decision; none for a dismissal. */
	static Optional<Restriction> of(Decision decision) {
		return (decision == Decision.DISMISS) ? Optional.empty() : Optional.of(valueOf(decision.name()));
	}

	/** Whether readers cannot see the post. */
	boolean hides() {
		return this == HOLD || this == HIDE || this == REMOVE || this == BAN;
	}

	/** Whether the author can no longer sign in. */
	boolean locksOut() {
		return this == BAN;
	}

}
