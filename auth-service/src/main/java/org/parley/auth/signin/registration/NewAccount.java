package org.parley.auth.signin.registration;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.Username;

/**
 * An account to open.
 *
 * @param name the display name
 * @param email where mail reaches its owner
 * @param password as its owner chose it
 * @param username as its owner chose it; null derives one from the name
 */
public record NewAccount(String name, String email, String password, @Nullable Username username) {

	/** Never the password. */
	@Override
	public String toString() {
		return "NewAccount[***]";
	}

}
