package org.parley.auth.signin.held;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.registration.OpenAccount.PreparedAccount;
import org.parley.auth.tokens.secret.OpaqueSecret;

/**
 * A registration that is checked, except for the address.
 *
 * @param invitation hash of the invitation, if there is one
 * @param passkey the credential of a newcomer without a password
 */
public record Registration(PreparedAccount account, @Nullable String invitation, @Nullable FirstPasskey passkey) {

	/** The registration of a newcomer who shows an invitation, or none. */
	public static Registration of(PreparedAccount account, @Nullable String invitation,
			@Nullable FirstPasskey passkey) {
		return new Registration(account, (invitation != null) ? new OpaqueSecret(invitation).hash() : null, passkey);
	}

	/** This registration with another account. */
	public Registration with(PreparedAccount other) {
		return new Registration(other, this.invitation, this.passkey);
	}

	@Override
	public String toString() {
		return "Registration[***]";
	}

}
