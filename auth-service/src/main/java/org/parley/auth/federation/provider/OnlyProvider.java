package org.parley.auth.federation.provider;

import org.parley.auth.signin.credential.PermittedWays;
import org.parley.auth.user.Role;

import org.springframework.stereotype.Component;

/**
 * Leaves one provider as the only way in, if administrators want that. They keep their
 * passwords and passkeys for the day when the provider does not answer.
 */
@Component
class OnlyProvider implements PermittedWays {

	private final IdentityProviders providers;

	OnlyProvider(IdentityProviders providers) {
		this.providers = providers;
	}

	@Override
	public boolean isProviderOnly(Role role) {
		return role != Role.ADMIN && this.providers.findEnabled().stream().anyMatch(IdentityProvider::isOnlyWayIn);
	}

}
