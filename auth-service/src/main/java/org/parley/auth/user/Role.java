package org.parley.auth.user;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The role of a user; each role includes the ones before it. */
public enum Role {

	USER, MODERATOR, ADMIN;

	/** Parses the name used in tokens and API answers. */
	public static Role of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	/** The names of this role and of the roles that it includes. */
	public List<String> names() {
		return Arrays.stream(values()).filter((role) -> role.compareTo(this) <= 0).map(Role::text).toList();
	}

	/** The name used in tokens and API answers. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
