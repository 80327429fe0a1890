package org.parley.auth.signin.credential;

import org.parley.auth.user.Role;
import org.parley.platform.domain.RefusalException;

/** The ways of signing in that this site permits. */
public interface PermittedWays {

	/** Whether people with this role can sign in by a provider only. */
	boolean isProviderOnly(Role role);

	/**
	 * Checks that people with this role may sign in with something of their own, such as
	 * a password.
	 * @throws RefusalException 403 {@code auth.provider-only}
	 */
	default void requireOwn(Role role) {
		if (isProviderOnly(role)) {
			throw RefusalException.forbidden("auth.provider-only",
					"People sign in here with an identity provider only.");
		}
	}

}
