package org.parley.auth.signin.registration;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.Username;
import org.parley.platform.domain.Ids;

/**
 * An account to open.
 *
 * @param password in clear; null for an account without one
 * @param username chosen by its owner; null derives one from the name
 */
public record NewAccount(String name, String email, @Nullable String password, @Nullable Username username,
		Locale language, String id) {

	public NewAccount(String name, String email, @Nullable String password, @Nullable Username username,
			Locale language) {
		this(name, email, password, username, language, Ids.next());
	}

	/** Omits the password. */
	@Override
	public String toString() {
		return "NewAccount[***]";
	}

}
