package org.parley.platform.security.category;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;

/**
 * The least role that may do something: each one includes those after it. A caller has an
 * audience, too: that of the roles which the token covers.
 */
public enum Audience {

	EVERYONE("anyone"), MEMBERS("user"), MODERATORS("moderator"), ADMINS("admin");

	private final String role;

	Audience(String role) {
		this.role = role;
	}

	/** The audience that a caller belongs to; null calls anonymously. */
	public static Audience of(@Nullable Caller caller) {
		if (caller == null || !caller.isPerson()) {
			return EVERYONE;
		}
		if (caller.isAdmin()) {
			return ADMINS;
		}
		return caller.isModerator() ? MODERATORS : MEMBERS;
	}

	/** Whether this audience has all the rights of the other. */
	public boolean includes(Audience least) {
		return compareTo(least) >= 0;
	}

	/**
	 * The audience of a role, as events name it; none for a role that this version does
	 * not know. A caller then denies: as readers it stands for administrators alone, as
	 * the role of a person for none.
	 */
	public static Optional<Audience> ofRole(@Nullable String role) {
		return Arrays.stream(values()).filter((audience) -> audience.role.equals(role)).findFirst();
	}

	/** The least role, as events name it. */
	public String role() {
		return this.role;
	}

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
