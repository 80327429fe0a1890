package org.parley.summary.discussion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;

/**
 * Who at least may read: each one includes those before it. A caller has an audience,
 * too; what a token may be used for limits it, whatever roles the person has.
 */
public enum Audience {

	ANYONE, USER, MODERATOR, ADMIN;

	private static final String FIRST_PARTY = "parley";

	/** The audience that a caller belongs to; null calls anonymously. */
	public static Audience of(@Nullable Caller caller) {
		if (caller == null || !permits(caller.scopes(), "threads:read", "threads:write", "moderation", "admin")) {
			return ANYONE;
		}
		if (caller.isAdmin() && permits(caller.scopes(), "admin")) {
			return ADMIN;
		}
		return (caller.isModerator() && permits(caller.scopes(), "moderation", "admin")) ? MODERATOR : USER;
	}

	@JsonCreator
	static Audience named(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

	/** Whether this audience has all the rights of the other. */
	boolean includes(Audience least) {
		return compareTo(least) >= 0;
	}

	private static boolean permits(Set<String> scopes, String... any) {
		return scopes.contains(FIRST_PARTY) || Arrays.stream(any).anyMatch(scopes::contains);
	}

}
