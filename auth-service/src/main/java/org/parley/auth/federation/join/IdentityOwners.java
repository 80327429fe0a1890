package org.parley.auth.federation.join;

import java.util.Optional;

import org.parley.auth.federation.protocol.ProviderAccount;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.signin.admission.RegistrationGate;
import org.parley.auth.signin.credential.PermittedWays;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Finds the owners of identities and of their addresses. */
@Component
class IdentityOwners {

	private final Users users;

	private final RegistrationGate gate;

	private final PermittedWays permittedWays;

	IdentityOwners(Users users, RegistrationGate gate, PermittedWays permittedWays) {
		this.users = users;
		this.gate = gate;
		this.permittedWays = permittedWays;
	}

	Optional<User> find(String id) {
		return this.users.findById(id);
	}

	/**
	 * Finds the account that others have created for the person, who cannot come in by
	 * any other way. It has a proven address in common with the identity, and nobody has
	 * used it.
	 */
	Optional<User> findAwaiting(IdentityProvider provider, ProviderAccount identity) {
		return Optional.ofNullable(identity.email())
			.flatMap((email) -> this.users.findByEmailKey(User.emailKeyOf(email)))
			.filter((user) -> isAwaiting(user, provider, identity));
	}

	/**
	 * Checks that an account still awaits the person.
	 * @throws RefusalException 409 {@code identity.email-known}
	 */
	void requireAwaiting(User user, IdentityProvider provider, ProviderAccount identity) {
		if (!isAwaiting(user, provider, identity)) {
			throw emailKnown();
		}
	}

	private boolean isAwaiting(User user, IdentityProvider provider, ProviderAccount identity) {
		return user.awaitsOwner() && provider.terms().onlyWayIn() && this.permittedWays.isProviderOnly(user.role())
				&& isProven(provider, identity, user.email());
	}

	/**
	 * Checks that the address of a new identity belongs to no account.
	 * @throws RefusalException 409 {@code identity.email-known}
	 */
	void requireUnknownAddress(IdentityProvider provider, ProviderAccount identity) {
		if (isKnownAddress(provider, identity)) {
			throw emailKnown();
		}
	}

	/**
	 * Whether the address of a new identity belongs to an account. Where addresses are
	 * hidden, this is told only to a person whose address is proven.
	 */
	boolean isKnownAddress(IdentityProvider provider, ProviderAccount identity) {
		var email = identity.email();
		return email != null && mayKnow(provider, identity, email)
				&& this.users.findByEmailKey(User.emailKeyOf(email)).isPresent();
	}

	private static RefusalException emailKnown() {
		return RefusalException.conflict("identity.email-known",
				"An account with your mail address exists. Sign in to it first, then link the provider.");
	}

	/**
	 * Checks that a person may learn whether an address has an account.
	 * @throws RefusalException 400 {@code email.unproven}
	 */
	void requireMayKnow(IdentityProvider provider, ProviderAccount identity, String email) {
		if (!mayKnow(provider, identity, email)) {
			throw RefusalException.field("email", "email.unproven",
					"must be the address that the provider has verified");
		}
	}

	private boolean mayKnow(IdentityProvider provider, ProviderAccount identity, String email) {
		return !this.gate.isHidingAddresses() || isProven(provider, identity, email);
	}

	/** Whether a trusted provider has verified that the address is the person's. */
	static boolean isProven(IdentityProvider provider, ProviderAccount identity, String email) {
		return provider.terms().trusted() && identity.emailVerified() && identity.email() != null
				&& User.emailKeyOf(identity.email()).equals(User.emailKeyOf(email));
	}

}
