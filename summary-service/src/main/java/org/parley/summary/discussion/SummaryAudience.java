package org.parley.summary.discussion;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;

/**
 * Who at least may read: each one includes those before it. A caller has an audience,
 * too: that of the roles which the token covers.
 */
public enum SummaryAudience {

	ANYONE, USER, MODERATOR, ADMIN;

	/** The audience that a caller belongs to; null calls anonymously. */
	public static SummaryAudience of(@Nullable Caller caller) {
		if (caller == null || !caller.isPerson()) {
			return ANYONE;
		}
		if (caller.isAdmin()) {
			return ADMIN;
		}
		return caller.isModerator() ? MODERATOR : USER;
	}

	@JsonCreator
	static SummaryAudience named(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

	/** Whether this audience has all the rights of the other. */
	boolean includes(SummaryAudience least) {
		return compareTo(least) >= 0;
	}

}
