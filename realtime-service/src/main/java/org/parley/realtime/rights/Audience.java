package org.parley.realtime.rights;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;

/**
 * Who at least: each one includes those before it. A caller has an audience, too: that of
 * the roles which the token covers. As the forum decides.
 */
public enum Audience {

	EVERYONE("anyone"), MEMBERS("user"), MODERATORS("moderator"), ADMINS("admin");

	private final String role;

	Audience(String role) {
		this.role = role;
	}

	/** The audience that a caller belongs to; null is a guest. */
	public static Audience of(@Nullable Caller caller) {
		if (caller == null || !caller.isPerson()) {
			return EVERYONE;
		}
		if (caller.isAdmin()) {
			return ADMINS;
		}
		return caller.isModerator() ? MODERATORS : MEMBERS;
	}

	/** The least role, as events name it; an unknown one lets nobody but admins read. */
	@JsonCreator
	static Audience named(String role) {
		return Arrays.stream(values()).filter((audience) -> audience.role.equals(role)).findFirst().orElse(ADMINS);
	}

	boolean includes(Audience least) {
		return compareTo(least) >= 0;
	}

}
