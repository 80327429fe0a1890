package org.parley.auth.federation.identity;

import java.util.stream.Collectors;

import org.parley.auth.federation.provider.IdentityProviders;
import org.parley.auth.signin.credential.SignInMethod;

import org.springframework.stereotype.Component;

/** Counts the identities at providers with which people can sign in now. */
@Component
class FederatedSignInMethod implements SignInMethod {

	private final LinkedIdentities identities;

	private final IdentityProviders providers;

	FederatedSignInMethod(LinkedIdentities identities, IdentityProviders providers) {
		this.identities = identities;
		this.providers = providers;
	}

	@Override
	public boolean isFederated() {
		return true;
	}

	@Override
	public int count(String userId) {
		var issuers = this.providers.findEnabled()
			.stream()
			.map((provider) -> provider.terms().issuer())
			.collect(Collectors.toSet());
		return (int) this.identities.findByUserIdOrderById(userId)
			.stream()
			.filter((identity) -> issuers.contains(identity.issuer()))
			.count();
	}

}
