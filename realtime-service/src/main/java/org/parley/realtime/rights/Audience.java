package org.parley.realtime.rights;

import java.util.Arrays;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;

/**
 * Who at least: each one includes those before it. A caller has an audience, too; what a
 * token may be used for limits it, whatever roles the person has. As the forum decides.
 */
public enum Audience {

	EVERYONE("anyone"), MEMBERS("user"), MODERATORS("moderator"), ADMINS("admin");

	private static final String FIRST_PARTY = "parley";

	private final String role;

	Audience(String role) {
		this.role = role;
	}

	/** The audience that a caller belongs to; null is a guest. */
	public static Audience of(@Nullable Caller caller) {
		if (caller == null || !permits(caller.scopes(), "threads:read", "threads:write", "moderation", "admin")) {
			return EVERYONE;
		}
		if (caller.isAdmin() && permits(caller.scopes(), "admin")) {
			return ADMINS;
		}
		return (caller.isModerator() && permits(caller.scopes(), "moderation", "admin")) ? MODERATORS : MEMBERS;
	}

	/** The least role, as events name it; an unknown one lets nobody but admins read. */
	@JsonCreator
	static Audience named(String role) {
		return Arrays.stream(values()).filter((audience) -> audience.role.equals(role)).findFirst().orElse(ADMINS);
	}

	boolean includes(Audience least) {
		return compareTo(least) >= 0;
	}

	private static boolean permits(Set<String> scopes, String... any) {
		return scopes.contains(FIRST_PARTY) || Arrays.stream(any).anyMatch(scopes::contains);
	}

}
