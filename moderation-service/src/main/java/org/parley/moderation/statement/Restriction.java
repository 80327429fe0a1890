package org.parley.moderation.statement;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.Decision;
import org.parley.moderation.policy.Verdict;

/** The effect of a decision on the author of a post. */
public enum Restriction {

	/** A warning; the post stays as it is. */
	WARN,
	/** A check hides the post from readers until a moderator decides. */
	HOLD,
	/** A moderator hides the post from readers. */
	HIDE,
	/** The post is removed. */
	REMOVE,
	/** The post is removed, and its author is banned. */
	BAN;

	/** The restriction that follows from a verdict; none if the post stays visible. */
	static Optional<Restriction> of(@Nullable Verdict verdict) {
		return switch (verdict) {
			case HELD -> Optional.of(HOLD);
			case REMOVED -> Optional.of(REMOVE);
			case CLEAN, FLAGGED -> Optional.empty();
			case null -> Optional.empty();
		};
	}

	/** The restriction that follows from a decision; none for a dismissal. */
	static Optional<Restriction> of(Decision decision) {
		return (decision == Decision.DISMISS) ? Optional.empty() : Optional.of(valueOf(decision.name()));
	}

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
