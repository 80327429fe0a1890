package org.parley.auth.user;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.parley.auth.user.event.UserReference;

import org.jspecify.annotations.Nullable;

/**
 * Why and how long somebody may not take part.
 *
 * @param reason as a moderator wrote it
 * @param until when it ends by itself, or null
 * @param by who decided
 * @param at when
 */
public record Ban(String reason, @Nullable Instant until, UserReference by, Instant at) {

	public Ban {
		at = at.truncatedTo(ChronoUnit.MILLIS);
		if (until != null) {
			until = until.truncatedTo(ChronoUnit.MILLIS);
		}
	}

	/** Whether its time has passed. */
	public boolean isOver(Instant now) {
		return this.until != null && !now.isBefore(this.until);
	}

	boolean says(Ban other) {
		return this.reason.equals(other.reason) && Objects.equals(this.until, other.until);
	}

}
