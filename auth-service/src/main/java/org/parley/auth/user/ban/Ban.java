package org.parley.auth.user.ban;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;

/**
 * The ban of a user.
 *
 * @param until when the ban expires, or null if it is permanent
 * @param caseId the moderation case that the ban follows from; null for any other ban
 */
public record Ban(String reason, @Nullable Instant until, PersonReference by, Instant at, @Nullable String caseId) {

	public Ban {
		at = at.truncatedTo(ChronoUnit.MILLIS);
		if (until != null) {
			until = until.truncatedTo(ChronoUnit.MILLIS);
		}
	}

	/** Whether the ban has expired. */
	public boolean isOver(Instant now) {
		return this.until != null && !now.isBefore(this.until);
	}

	/** Whether reason and end are the same. */
	public boolean hasSameTermsAs(Ban other) {
		return this.reason.equals(other.reason) && Objects.equals(this.until, other.until);
	}

}
