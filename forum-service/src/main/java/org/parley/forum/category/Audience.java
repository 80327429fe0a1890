package org.parley.forum.category;

import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;

/**
 * Who at least: each one includes those after it. A caller has an audience, too; what a
 * token may be used for limits it, whatever roles the person has.
 */
public enum Audience {

	EVERYONE("anyone"), MEMBERS("user"), MODERATORS("moderator"), ADMINS("admin");

	private static final String FIRST_PARTY = "parley";

	private final String role;

	Audience(String role) {
		this.role = role;
	}

	/** The audience that a caller belongs to; null calls anonymously. */
	public static Audience of(@Nullable Caller caller) {
		if (caller == null || !permits(caller.scopes(), "threads:read", "threads:write", "moderation", "admin")) {
			return EVERYONE;
		}
		if (caller.isAdmin() && permits(caller.scopes(), "admin")) {
			return ADMINS;
		}
		return (caller.isModerator() && permits(caller.scopes(), "moderation", "admin")) ? MODERATORS : MEMBERS;
	}

	/** Whether a token may be used to moderate, should its person do that somewhere. */
	static boolean letsModerate(Caller caller) {
		return permits(caller.scopes(), "moderation");
	}

	private static boolean permits(Set<String> scopes, String... any) {
		return scopes.contains(FIRST_PARTY) || java.util.Arrays.stream(any).anyMatch(scopes::contains);
	}

	/** Whether this audience has all the rights of the other. */
	public boolean includes(Audience least) {
		return compareTo(least) >= 0;
	}

	/** The least role, as events name it. */
	String role() {
		return this.role;
	}

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
