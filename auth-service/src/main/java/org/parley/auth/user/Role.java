package org.parley.auth.user;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a person may do; each role includes those before it. */
public enum Role {

	USER, MODERATOR, ADMIN;

	/** The role of that name, as tokens and answers write it. */
	public static Role of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	/** This role and all that it includes, as tokens and answers name them. */
	public List<String> all() {
		return Arrays.stream(values()).filter((role) -> role.compareTo(this) <= 0).map(Role::text).toList();
	}

	/** The name in tokens and answers. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
