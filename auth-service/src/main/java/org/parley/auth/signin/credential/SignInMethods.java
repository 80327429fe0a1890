package org.parley.auth.signin.credential;

import java.util.List;

import org.parley.auth.user.User;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** All ways in which a user can sign in. */
@Component
public class SignInMethods {

	private final List<SignInMethod> others;

	private final PermittedWays permittedWays;

	SignInMethods(List<SignInMethod> others, PermittedWays permittedWays) {
		this.others = others;
		this.permittedWays = permittedWays;
	}

	/**
	 * Checks that the user can still sign in. Part of the caller's transaction, after the
	 * removal of a way; the caller saves the user, so of two concurrent removals the
	 * later one is checked again.
	 * @throws RefusalException 409 {@code auth.last-way-in}
	 */
	public void requireOne(User user) {
		if (!hasAny(user)) {
			throw RefusalException.conflict("auth.last-way-in",
					"This is your last way to sign in. Set a password or add another way first.");
		}
	}

	/** Whether the user has a password, or another credential, that this site accepts. */
	public boolean hasAny(User user) {
		var providerOnly = this.permittedWays.isProviderOnly(user.role());
		return (user.passwordHash() != null && !providerOnly) || this.others.stream()
			.filter((method) -> method.isFederated() || !providerOnly)
			.anyMatch((method) -> method.count(user.id()) > 0);
	}

}
